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
 * @param known failures that are waited for
 * @param workers how many cases go on side by side
 */
public record Plan(
        List<Implementation> implementations,
        Selection selection,
        Sampling sampling,
        Path out,
        KnownFailures known,
        int workers) {
    public Plan {
        implementations = List.copyOf(implementations);
    }

    /** Whether everything is tried that could be, however long it takes. */
    public boolean thorough() {
        return sampling.size() >= Sampling.THOROUGH;
    }
}
