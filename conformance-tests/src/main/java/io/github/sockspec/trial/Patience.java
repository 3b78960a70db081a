package io.github.sockspec.trial;

import java.time.Duration;
import java.util.Optional;

/** How long one program is waited for: as long as its own latency suggests, once that was measured. */
final class Patience {
    private static final Duration LEAST = Duration.ofSeconds(2);
    private static final Duration MOST = Duration.ofSeconds(10);

    /** The least that is waited once more for what was not had in a whole wait: the control is had three times meanwhile. */
    static final Duration AGAIN = Duration.ofMillis(500);

    /** What is measured of a program, and waited for from then on. */
    enum Of {
        /** A server's answer. Of one that gave none at its start: whatever else it leaves unanswered shall cost less. */
        ANSWER(50, Duration.ofSeconds(1)),
        /** A client's run, from its start to its end. */
        RUN(10, MOST);

        private final int times;
        private final Duration unanswered;

        Of(int times, Duration unanswered) {
            this.times = times;
            this.unanswered = unanswered;
        }

        /** So many times its usual time may pass before a program counts as silent, within bounds. */
        Duration suggestedBy(Duration latency) {
            return suggestedBy(latency, LEAST);
        }

        private Duration suggestedBy(Duration latency, Duration least) {
            Duration scaled = latency.multipliedBy(times);
            return scaled.compareTo(least) < 0 ? least : scaled.compareTo(MOST) > 0 ? MOST : scaled;
        }
    }

    private final Of of;
    private Optional<Duration> latency = Optional.empty();
    private boolean answersPlainly;

    Patience(Of of) {
        this.of = of;
    }

    /** A plain conversation at the start took so long. */
    void measured(Duration took) {
        latency = Optional.of(
                latency.filter(longest -> longest.compareTo(took) > 0).orElse(took));
    }

    /** All plain conversations at the start were answered. */
    void begins() {
        answersPlainly = true;
    }

    /** How long is waited: what the latency suggests where plain conversations were answered. */
    Duration time() {
        return answersPlainly ? latency.map(of::suggestedBy).orElse(LEAST) : of.unanswered;
    }

    /** How long is waited where a wait of {@link #time()} has shown a silence of the kind: as the latency alone suggests. */
    Duration again() {
        return answersPlainly
                ? latency.map(longest -> of.suggestedBy(longest, AGAIN)).orElse(LEAST)
                : AGAIN;
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
