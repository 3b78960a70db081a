package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer as what stands between its numbers, and the numbers. A date or a time of day is one number here, so that what
 * carries over from one part of it to the next does not differ from what was learned.
 *
 * @param between what stands in front of the first number, between two, and behind the last: one more than there are numbers
 */
record NumberedText(List<String> between, List<String> numbers) {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[:.,/ T+-][0-9]+)*");

    /** One that grows may gain digits, never other characters. */
    private static final Pattern ANY_NUMBER = Pattern.compile("[0-9][0-9:.,/ T+-]*");

    static NumberedText of(Bytes answer) {
        String text = answer.decode(StandardCharsets.ISO_8859_1);
        List<String> between = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        int at = 0;
        while (number.find()) {
            between.add(text.substring(at, number.start()));
            numbers.add(number.group());
            at = number.end();
        }
        between.add(text.substring(at));
        return new NumberedText(between, numbers);
    }

    /**
     * The parts of an answer of which nothing but numbers differs. Empty where more does, or where it can't be told where one
     * of them ends.
     */
    static Optional<List<Reply>> common(List<Bytes> answers) {
        List<NumberedText> texts = answers.stream().map(NumberedText::of).toList();
        NumberedText first = texts.get(0);
        if (!texts.stream().allMatch(text -> text.between.equals(first.between))) {
            return Optional.empty();
        }
        List<Reply> parts = new ArrayList<>();
        StringBuilder same = new StringBuilder(first.between.get(0));
        boolean open = false;
        for (int index = 0; index < first.numbers.size(); index++) {
            if (differs(texts, index)) {
                parts.add(open ? numberThen(same.toString()) : Reply.exactly(octets(same.toString())));
                same.setLength(0);
                open = true;
            } else {
                same.append(first.numbers.get(index));
            }
            same.append(first.between.get(index + 1));
        }
        if (open && same.isEmpty()) {
            return Optional.empty();
        }
        parts.add(open ? numberThen(same.toString()) : Reply.exactly(octets(same.toString())));
        return Optional.of(parts);
    }

    private static boolean differs(List<NumberedText> texts, int index) {
        return texts.stream().map(text -> text.numbers.get(index)).distinct().count() > 1;
    }

    /** A number, which ends where these bytes come. */
    private static Reply numberThen(String bytes) {
        return Reply.until(octets(bytes), ANY_NUMBER);
    }

    private static Bytes octets(String text) {
        return Bytes.text(text, StandardCharsets.ISO_8859_1);
    }
}
