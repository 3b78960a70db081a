package io.github.sockspec.trial;

import io.github.sockspec.patience.ControlConversation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How many deliveries of one case a program is asked for: all there are, unless each takes its time.
 *
 * @param most how many
 * @param why the rest is left out, in words
 */
record DeliveryCount(int most, String why) {
    static final DeliveryCount ALL = new DeliveryCount(Integer.MAX_VALUE, "");

    /** A program that takes so long over a plain conversation is slow, if it takes so much longer than the reference. */
    private static final Duration SLOW = Duration.ofMillis(50);

    /** What all deliveries of a case may take such a one, and how many it is asked for all the same. */
    private static final Duration AFFORDABLE = Duration.ofSeconds(10);

    private static final int FEWEST = 64;

    /**
     * Those deliveries of a case that are worth it.
     *
     * @param why the others are left out, in words
     */
    record Chosen<D>(List<D> deliveries, String why) {}

    private static final DeliveryCount STARTS =
            new DeliveryCount(8, "each needs a fresh start of the program: a seeded sample was tried");

    /** Of a program whose plain conversation took {@code latency}, beside that control. */
    static DeliveryCount of(ConnectionsServed uses, Optional<Duration> latency, ControlConversation control) {
        if (uses.once()) {
            return STARTS;
        }
        Duration each = latency.orElse(Duration.ZERO);
        boolean slow = each.compareTo(SLOW) >= 0 && control.slower() >= ReferenceControl.MOST_TIMES_SLOWER;
        return slow
                ? new DeliveryCount(
                        (int) Math.max(FEWEST, AFFORDABLE.dividedBy(each)),
                        "the program takes its time over each: a seeded sample was tried")
                : ALL;
    }
}
