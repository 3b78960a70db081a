package io.github.sockspec.run;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.verdict.Outcome;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How often which verdict came of one case of one program.
 *
 * @param implementation the program's name
 * @param id the case's name
 * @param quiet how often, with nothing beside it
 * @param loaded how often, beside busy threads
 * @param reasons in words, why each verdict that is no pass came the first time
 */
public record VerdictCounts(
        String implementation,
        String id,
        Clause clause,
        Map<Outcome, Integer> quiet,
        Map<Outcome, Integer> loaded,
        Map<Outcome, String> reasons) {
    public VerdictCounts {
        quiet = Map.copyOf(quiet);
        loaded = Map.copyOf(loaded);
        reasons = Map.copyOf(reasons);
    }

    /** Every verdict that came at least once. */
    public Set<Outcome> verdicts() {
        Set<Outcome> all = EnumSet.noneOf(Outcome.class);
        all.addAll(quiet.keySet());
        all.addAll(loaded.keySet());
        return all;
    }

    /** Whether the same verdict came every time. */
    public boolean stable() {
        return verdicts().size() == 1;
    }

    /** Whether that verdict, and no other, came every time. */
    public boolean always(Outcome outcome) {
        return verdicts().equals(Set.of(outcome));
    }

    /** How often each verdict came, under both conditions together. */
    public Map<Outcome, Integer> all() {
        Map<Outcome, Integer> sums = new EnumMap<>(Outcome.class);
        quiet.forEach((outcome, times) -> sums.merge(outcome, times, Integer::sum));
        loaded.forEach((outcome, times) -> sums.merge(outcome, times, Integer::sum));
        return sums;
    }
}
