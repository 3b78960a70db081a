package io.github.sockspec.trial;

import io.github.sockspec.conversation.Askings;
import io.github.sockspec.conversation.Conversations;
import io.github.sockspec.conversation.LearnedAnswer;
import io.github.sockspec.conversation.LearnedReplies;
import io.github.sockspec.conversation.WrittenConversations;
import io.github.sockspec.conversation.WrittenTurn;
import io.github.sockspec.patience.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a program answers when messages arrive whole, where its protocol leaves that to be learned. Asked of the first instance
 * that there is, once for the program. Thread-safe.
 */
public final class AnswerLearning {
    /** How often each conversation is had. */
    private static final int ASKINGS = 3;

    /** From the first asking to the last: an answer that tells the time in seconds shows it. */
    private static final Duration SPAN = Duration.ofMillis(1_100);

    private final Conversations spoken;
    private @Nullable Conversations known;

    /** Of a program that speaks this; nothing is asked where nothing of it is to be learned. */
    AnswerLearning(Conversations spoken) {
        this.spoken = spoken;
    }

    /** What is spoken, with all that there is to learn of it; learned from {@code started} where it was not before. */
    synchronized Conversations learned(ServerUnderTest started) {
        Conversations before = known;
        if (before == null) {
            before = spoken instanceof WrittenConversations written ? written.with(replies(written, started)) : spoken;
            known = before;
        }
        return before;
    }

    /** What was learned, for reports: a line for each message whose answer was to be. */
    synchronized List<String> lines() {
        if (!(known instanceof WrittenConversations written)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        written.learned()
                .byName()
                .forEach((name, turns) -> turns.forEach(
                        (turn, answer) -> lines.add(name + ", message " + (turn + 1) + ": " + words(answer))));
        return lines.stream().sorted().toList();
    }

    private static String words(LearnedAnswer answer) {
        if (answer instanceof LearnedAnswer.Known found) {
            return found.reply().describe() + (found.differed().isEmpty() ? "" : "; " + found.differed());
        }
        return answer instanceof LearnedAnswer.Unknown unknown ? unknown.why() : ((LearnedAnswer.Unsaid) answer).why();
    }

    private static LearnedReplies replies(WrittenConversations written, ServerUnderTest started) {
        List<String> names = written.names().stream()
                .filter(name -> written.required(name).turns().stream().anyMatch(WrittenTurn::learns))
                .toList();
        Map<String, List<AskedConversation>> askings = new LinkedHashMap<>();
        // So that what an answer repeats of a message is another each time, as it will be for every delivery.
        RandomGenerator words = new SplittableRandom();
        long began = System.nanoTime();
        for (int round = 1; round <= ASKINGS && !names.isEmpty(); round++) {
            if (round == ASKINGS) {
                Waiting.quietly(SPAN.minusNanos(System.nanoTime() - began));
            }
            for (String name : names) {
                List<AskedConversation> all = askings.computeIfAbsent(name, first -> new ArrayList<>());
                all.add(AskedConversation.of(
                        started,
                        written.required(name),
                        written.of(name, Map.of()).fresh(words),
                        List.copyOf(all)));
            }
        }
        Map<String, Map<Integer, LearnedAnswer>> learned = new LinkedHashMap<>();
        askings.forEach(
                (name, all) -> learned.put(name, answers(written.required(name).turns(), all)));
        return new LearnedReplies(learned);
    }

    private static Map<Integer, LearnedAnswer> answers(List<WrittenTurn> turns, List<AskedConversation> askings) {
        Map<Integer, LearnedAnswer> answers = new TreeMap<>();
        Optional<LearnedAnswer> stop = Optional.empty();
        for (int turn = 0; turn < turns.size(); turn++) {
            if (turns.get(turn).learns()) {
                int index = turn;
                LearnedAnswer answer = stop.orElseGet(() -> answer(index, askings));
                answers.put(turn, answer);
                stop = answer instanceof LearnedAnswer.Known ? stop : Optional.of(answer);
            }
        }
        return answers;
    }

    private static LearnedAnswer answer(int turn, List<AskedConversation> askings) {
        Optional<LearnedAnswer> unheard =
                askings.stream().flatMap(asked -> asked.unheard(turn).stream()).findFirst();
        return unheard.orElseGet(() ->
                new Askings(askings.stream().map(asked -> asked.heard(turn)).toList()).common());
    }
}
