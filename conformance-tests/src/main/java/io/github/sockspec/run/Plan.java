package io.github.sockspec.run;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
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

    /** The cases of this plan for {@code program}: those selected, of its side, in the plan's shard. */
    public List<Case> cases(Implementation program) {
        return selection.of(Catalogue.of(program)).stream()
                .filter(each -> shard.takes(new Place(program.name(), each.id())))
                .toList();
    }
}
