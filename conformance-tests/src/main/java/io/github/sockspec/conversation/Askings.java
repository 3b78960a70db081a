package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.LearnedAnswer.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Several answers to the same message, and what they have in common. */
public final class Askings {
    private static final String HEARD = "say what is heard: hear in a protocol file, --hear with try";

    /** How much of an answer is shown in a line. */
    private static final int SHOWN = 40;

    private final List<Bytes> answers;
    private final boolean ended;

    /** At least one. */
    public Askings(List<Heard> askings) {
        answers = askings.stream().map(Heard::bytes).toList();
        ended = askings.stream().allMatch(heard -> heard.state() == StreamState.ENDED);
    }

    /** What they have in common: what can be expected from now on. */
    public LearnedAnswer common() {
        Bytes first = answers.get(0);
        if (!ended && answers.stream().anyMatch(Bytes::isEmpty)) {
            return new LearnedAnswer.Unknown(
                    answers.stream().allMatch(Bytes::isEmpty)
                            ? "no answer came in " + answers.size() + " askings, so there is nothing to learn; " + HEARD
                            : "of " + answers.size() + " askings not all were answered; " + HEARD);
        }
        if (answers.stream().allMatch(first::equals)) {
            return known(List.of(Reply.exactly(first)), "");
        }
        return numbers()
                .or(this::masked)
                .or(this::startAndEnd)
                .orElseGet(
                        () -> new LearnedAnswer.Unknown("the answer is another each time, and nothing stable remains of"
                                + " it (" + shown() + "); " + HEARD));
    }

    private LearnedAnswer known(List<Reply> parts, String differed) {
        List<Reply> all = new ArrayList<>(parts);
        all.removeIf(part -> part.equals(Reply.exactly(Bytes.EMPTY)));
        if (ended) {
            all.add(Reply.closed());
        }
        return new LearnedAnswer.Known(Reply.inOrder(all), differed);
    }

    /** A counter or a time: nothing but numbers differs, and it can be told where each of them ends. */
    private Optional<LearnedAnswer> numbers() {
        return NumberedText.common(answers).map(parts -> known(parts, "the numbers in it differed: " + shown()));
    }

    /** As long each time: what differs is not compared. */
    private Optional<LearnedAnswer> masked() {
        if (answers.stream().mapToInt(Bytes::length).distinct().count() > 1) {
            return Optional.empty();
        }
        Bytes mask = WordMask.of(answers);
        return Optional.of(known(List.of(Reply.masked(answers.get(0), mask)), "bytes of it differed: " + shown()));
    }

    /** What all begin with and what all end with, where that is nowhere else in any of them. */
    private Optional<LearnedAnswer> startAndEnd() {
        int start = answers.stream().mapToInt(this::sharedStart).min().orElse(0);
        int end = answers.stream()
                .mapToInt(answer -> sharedEnd(answer, start))
                .min()
                .orElse(0);
        Bytes first = answers.get(0);
        Bytes terminator = first.from(first.length() - end);
        boolean told = end > 0
                && answers.stream()
                        .allMatch(answer -> answer.indexOf(terminator, start) == answer.length() - terminator.length());
        return told
                ? Optional.of(known(
                        List.of(Reply.exactly(first.slice(0, start)), Reply.until(terminator)),
                        "only how it begins and ends is compared, for it differed: " + shown()))
                : Optional.empty();
    }

    private int sharedStart(Bytes answer) {
        Bytes first = answers.get(0);
        int at = 0;
        while (at < Math.min(first.length(), answer.length()) && first.at(at) == answer.at(at)) {
            at++;
        }
        // A word or a number that is cut in two may as well differ from its first letter on.
        while (at > 0 && WordMask.inWord(answer.at(at - 1)) && (wordAt(answer, at) || wordAt(first, at))) {
            at--;
        }
        return at;
    }

    private int sharedEnd(Bytes answer, int start) {
        Bytes first = answers.get(0);
        int most = Math.min(first.length(), answer.length()) - start;
        int length = 0;
        while (length < most && first.at(first.length() - 1 - length) == answer.at(answer.length() - 1 - length)) {
            length++;
        }
        while (length > 0
                && wordAt(answer, answer.length() - length)
                && (wordAt(answer, answer.length() - length - 1) || wordAt(first, first.length() - length - 1))) {
            length--;
        }
        return length;
    }

    private static boolean wordAt(Bytes answer, int at) {
        return at >= 0 && at < answer.length() && WordMask.inWord(answer.at(at));
    }

    private String shown() {
        return answers.stream().distinct().map(answer -> answer.rendered(SHOWN)).collect(Collectors.joining(", "));
    }
}
