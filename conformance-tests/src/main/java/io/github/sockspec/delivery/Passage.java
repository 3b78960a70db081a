package io.github.sockspec.delivery;

import io.github.sockspec.bytes.Bytes;
import java.time.Duration;

/**
 * How one datagram gets through.
 *
 * @param copies how often it arrives; 0 when it is lost
 * @param kept how many of its bytes arrive at most
 * @param overtakenBy how many later ones pass before it does
 * @param delay how long it is on its way
 */
public record Passage(int copies, int kept, int overtakenBy, Duration delay) {
    /** Whole, once, in its place, at once. */
    public static final Passage AS_SENT = new Passage(1, Integer.MAX_VALUE, 0, Duration.ZERO);

    public Passage {
        if (copies < 0 || kept < 0 || overtakenBy < 0 || delay.isNegative()) {
            throw new IllegalArgumentException("nothing passes less than not at all");
        }
    }

    static Passage copied(int copies) {
        return new Passage(copies, Integer.MAX_VALUE, 0, Duration.ZERO);
    }

    static Passage truncated(int kept) {
        return new Passage(1, kept, 0, Duration.ZERO);
    }

    static Passage overtaken(int by) {
        return new Passage(1, Integer.MAX_VALUE, by, Duration.ZERO);
    }

    static Passage delayed(Duration delay) {
        return new Passage(1, Integer.MAX_VALUE, 0, delay);
    }

    /** What arrives of {@code datagram}, each time it does. */
    public Bytes of(Bytes datagram) {
        return datagram.slice(0, Math.min(kept, datagram.length()));
    }
}
