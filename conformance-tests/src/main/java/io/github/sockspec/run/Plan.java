package io.github.sockspec.run;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.target.Implementation;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run is to do.
 *
 * @param implementations to judge
 * @param selection which cases
 * @param sampling where not every delivery can be tried
 * @param out where reports go
 * @param gate what decides about the exit status
 * @param workers how many cases go on side by side
 * @param shard which part of it this run does
 */
public record Plan(
        List<Implementation> implementations,
        Selection selection,
        Sampling sampling,
        Path out,
        Gate gate,
        int workers,
        Shard shard) {
    public Plan {
        implementations = List.copyOf(implementations);
    }

    /** A whole run, in which only {@code known} failures are waited for. */
    public Plan(
            List<Implementation> implementations,
            Selection selection,
            Sampling sampling,
            Path out,
            KnownFailures known,
            int workers) {
        this(implementations, selection, sampling, out, Gate.of(known), workers, Shard.WHOLE);
    }

    /** Whether everything is tried that could be, however long it takes. */
    public boolean thorough() {
        return sampling.size() >= Sampling.THOROUGH;
    }
}
