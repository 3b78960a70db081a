package io.github.sockspec.wire;

import io.github.sockspec.observation.Fact;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Waits a fixed gap and hopes: the last resort, and what others do. A gap of zero is no confirmation at all. */
public record TimedConfirmation(Duration gap) implements Confirmation {
    @Override
    public Optional<Fact.How> awaitTaken(Connection connection, Duration patience) {
        pause(gap);
        return Optional.of(Fact.How.TIMED);
    }

    static void pause(Duration gap) {
        long until = System.nanoTime() + gap.toNanos();
        for (long left = gap.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
