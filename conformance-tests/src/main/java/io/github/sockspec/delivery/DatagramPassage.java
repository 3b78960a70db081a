package io.github.sockspec.delivery;

import io.github.sockspec.bytes.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one datagram gets through.
 *
 * @param copies how often it arrives; 0 when it is lost
 * @param kept how many of its bytes arrive at most
 * @param overtakenBy how many later ones pass before it does
 * @param delay how long it is on its way
 */
public record DatagramPassage(int copies, int kept, int overtakenBy, Duration delay) {
    /** Whole, once, in its place, at once. */
    public static final DatagramPassage AS_SENT = new DatagramPassage(1, Integer.MAX_VALUE, 0, Duration.ZERO);

    private static final Pattern TEXT =
            Pattern.compile("-|(?:x(?<copies>\\d+))?(?:k(?<kept>\\d+))?(?:o(?<overtaken>\\d+))?(?:d(?<delay>\\d+))?");

    public DatagramPassage {
        if (copies < 0 || kept < 0 || overtakenBy < 0 || delay.isNegative()) {
            throw new IllegalArgumentException("nothing passes less than not at all");
        }
    }

    /** As results and commands have it: {@code -} as sent; else, run together, what {@link #of(String)} names. */
    public String text() {
        String text = (copies == 1 ? "" : "x" + copies)
                + (kept == Integer.MAX_VALUE ? "" : "k" + kept)
                + (overtakenBy == 0 ? "" : "o" + overtakenBy)
                + (delay.isZero() ? "" : "d" + delay.toNanos());
        return text.isEmpty() ? "-" : text;
    }

    /** In words, for people; empty where it passes as it was sent. */
    public String words() {
        List<String> words = new ArrayList<>();
        if (copies != 1) {
            words.add(copies == 0 ? "lost" : "arrives " + copies + " times");
        }
        if (kept != Integer.MAX_VALUE) {
            words.add("cut to " + kept + " bytes");
        }
        if (overtakenBy > 0) {
            words.add("overtaken by " + overtakenBy);
        }
        if (!delay.isZero()) {
            words.add("late by " + delay.toNanos() / 1_000 + " µs");
        }
        return String.join(", ", words);
    }

    /**
     * The passage with that {@link #text}: {@code x} and how often it arrives, {@code k} and how many bytes are kept,
     * {@code o} and how many overtake it, {@code d} and by how many nanoseconds it is late.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static DatagramPassage of(String text) {
        Matcher parts = TEXT.matcher(text);
        if (text.isEmpty() || !parts.matches()) {
            throw new IllegalArgumentException(
                    text + " is no passage: it is -, or of x2, k3, o1 and d1000 those that apply, in this order");
        }
        try {
            return new DatagramPassage(
                    number(parts.group("copies"), 1),
                    number(parts.group("kept"), Integer.MAX_VALUE),
                    number(parts.group("overtaken"), 0),
                    Duration.ofNanos(number(parts.group("delay"), 0)));
        } catch (NumberFormatException beyond) {
            throw new IllegalArgumentException(text + " is no passage: a number in it is too large", beyond);
        }
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    static DatagramPassage copied(int copies) {
        return new DatagramPassage(copies, Integer.MAX_VALUE, 0, Duration.ZERO);
    }

    static DatagramPassage truncated(int kept) {
        return new DatagramPassage(1, kept, 0, Duration.ZERO);
    }

    static DatagramPassage overtaken(int by) {
        return new DatagramPassage(1, Integer.MAX_VALUE, by, Duration.ZERO);
    }

    static DatagramPassage delayed(Duration delay) {
        return new DatagramPassage(1, Integer.MAX_VALUE, 0, delay);
    }

    /** What arrives of {@code datagram}, each time it does. */
    public Bytes of(Bytes datagram) {
        return datagram.slice(0, Math.min(kept, datagram.length()));
    }
}
