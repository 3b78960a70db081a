package io.github.sockspec.run;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What a run found.
 *
 * @param implementations the names of the programs it judged
 * @param judgements its results
 * @param leftOut what it could have judged and was not asked to
 * @param errors what broke in the suite or its surroundings, a line each
 * @param shard which part of the whole this is
 */
public record Found(
        Set<String> implementations,
        List<Judgement> judgements,
        Collection<Place> leftOut,
        List<String> errors,
        Shard shard) {
    public Found {
        implementations = Set.copyOf(implementations);
        judgements = List.copyOf(judgements);
        leftOut = List.copyOf(leftOut);
        errors = List.copyOf(errors);
    }
}
