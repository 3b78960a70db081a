package io.github.sockspec.suite;

import io.github.sockspec.wire.Carrier;
import java.time.Duration;
import java.util.Optional;

/**
 * How long one server is waited for: as long as its own latency suggests, with a control conversation beside it that draws
 * the wait out while the machine is slow.
 */
final class Patience {
    private static final Duration LEAST = Duration.ofSeconds(2);

    /** For one that did not answer plainly at its start: whatever else it leaves unanswered shall cost less. */
    private static final Duration LAST = Duration.ofSeconds(1);

    private static final Duration MOST = Duration.ofSeconds(10);

    /** How many times its usual time a program may take before it counts as silent. */
    private static final int FACTOR = 50;

    private final Carrier carrier;
    private Optional<Duration> latency = Optional.empty();
    private boolean answersPlainly;

    Patience(Carrier carrier) {
        this.carrier = carrier;
    }

    static Duration suggestedBy(Duration latency) {
        Duration scaled = latency.multipliedBy(FACTOR);
        return scaled.compareTo(LEAST) < 0 ? LEAST : scaled.compareTo(MOST) > 0 ? MOST : scaled;
    }

    /** A plain conversation at the start took so long. */
    void measured(Duration took) {
        latency = Optional.of(
                latency.filter(longest -> longest.compareTo(took) > 0).orElse(took));
    }

    /** All plain conversations at the start were answered. */
    void begins() {
        answersPlainly = true;
        wait(latency.map(Patience::suggestedBy).orElse(LEAST));
    }

    /** A plain conversation at the start was not answered. */
    void ends() {
        wait(LAST);
    }

    private void wait(Duration time) {
        carrier.limits(carrier.limits().patient(time));
    }

    /** Whether a plain conversation was answered at the start; if not, nothing beyond that can be shown. */
    boolean answersPlainly() {
        return answersPlainly;
    }

    /** The longest of the conversations timed at the start; empty when none was. */
    Optional<Duration> latency() {
        return latency;
    }
}
