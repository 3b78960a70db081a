package io.github.sockspec.wire;

import io.github.sockspec.observation.Fact;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Waiting;
import java.time.Duration;
import java.util.Optional;

/** Waits a fixed gap and hopes: the last resort, and what others do. A gap of zero is no confirmation at all. */
public record TimedConfirmation(Duration gap) implements Confirmation {
    @Override
    public Optional<Fact.How> awaitTaken(Way way, int sent, GuardedWait guardedWait) {
        Waiting.quietly(gap);
        return Optional.of(Fact.How.TIMED);
    }
}
