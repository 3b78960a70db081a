package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.observation.Observation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The smallest delivery that still fails, and what was seen on it.
 *
 * @param occasion what was said, how it travelled and what was asked
 * @param seen what happened
 * @param afterwards what happened to the client that came behind it, where it is that which shows the failure
 */
public record SmallestFailure(Occasion occasion, Observation seen, Optional<Observation> afterwards) {
    /** Of a failure that shows on the one connection. */
    public static SmallestFailure of(Occasion occasion, Observation seen) {
        return new SmallestFailure(occasion, seen, Optional.empty());
    }

    /** The bytes of each write or datagram, in order. */
    public List<Bytes> writes() {
        return occasion.writes();
    }

    /** {@code keep}, {@code fin}, {@code half-close} or {@code rst}. */
    public String end() {
        return occasion.ending().how().word();
    }

    /** When it ended: {@code after-read}, {@code after-first-byte} or {@code after-replies}. */
    public String moment() {
        return occasion.ending().when().word();
    }

    /** Whether the moment must be told, because how it ended does not say it. */
    public boolean endsAtItsOwnMoment() {
        return switch (occasion.ending().how()) {
            case KEEP -> false;
            case FIN, RST -> true;
            case HALF_CLOSE -> occasion.ending().when() != Ending.When.AFTER_READ;
        };
    }

    /** {@code prompt}, or {@code stalled} when each cut is waited at. */
    public String pace() {
        return occasion.pace().name().toLowerCase(Locale.ROOT);
    }
}
