package io.github.sockspec.run;

import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import io.github.sockspec.wire.CpuLoad;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same plan carried out again and again, to see whether every case says the same each time. */
public final class Stability {
    private final Plan plan;
    private final Watching watching;
    private final Map<Key, Tally> tallies = new TreeMap<>();
    private boolean trouble;
    private int busyThreads;

    /** A plan that has not been carried out yet. */
    public Stability(Plan plan, Watching watching) {
        this.plan = plan;
        this.watching = watching;
    }

    /** Under which condition a run is carried out. */
    public enum Condition {
        /** Nothing is done besides. */
        QUIET,
        /** Busy threads of this process use every core. */
        LOADED
    }

    /** Is told of each run. */
    @FunctionalInterface
    public interface Watching {
        void ran(Condition condition, int number, Duration took);
    }

    private record Key(String implementation, String id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int names = implementation.compareTo(other.implementation);
            return names != 0 ? names : id.compareTo(other.id);
        }
    }

    /** Carries the plan out so many times with nothing besides. */
    public void quietly(int times) {
        repeat(times, Condition.QUIET);
    }

    /** Carries the plan out so many times beside {@code perCore} busy threads on each core. */
    @SuppressWarnings("try") // the load is there, and nothing is asked of it
    public void loaded(int times, int perCore) {
        try (CpuLoad load = CpuLoad.perCore(perCore)) {
            busyThreads = load.size();
            repeat(times, Condition.LOADED);
        }
    }

    private void repeat(int times, Condition condition) {
        for (int number = 1; number <= times; number++) {
            Results results = new Runner(plan, NoProgress.INSTANCE).run();
            trouble |= results.exit() == ExitStatus.TROUBLE;
            for (RunResult run : results.runs()) {
                run.cases().forEach(result -> note(run.implementation().name(), result, condition));
            }
            watching.ran(condition, number, results.took());
        }
    }

    private void note(String implementation, CaseResult result, Condition condition) {
        tallies.computeIfAbsent(new Key(implementation, result.id()), key -> new Tally(result))
                .note(result, condition);
    }

    /** How many threads have been busy besides. */
    public int busyThreads() {
        return busyThreads;
    }

    /** What came of each case, by program and name. */
    public List<VerdictCounts> recurrences() {
        return tallies.entrySet().stream()
                .map(entry -> entry.getValue().recurrence(entry.getKey().implementation()))
                .toList();
    }

    /**
     * The exit status, by the order of all commands: a suite that failed once comes first, then that nothing could be run,
     * then a MUST that never holds. A case that says now this and now that shows nothing, so it is inconclusive, whoever is
     * to blame.
     */
    public ExitStatus exit() {
        List<VerdictCounts> all = recurrences();
        if (trouble) {
            return ExitStatus.TROUBLE;
        }
        if (all.stream().allMatch(each -> each.always(Outcome.NOT_APPLICABLE))) {
            return ExitStatus.NOTHING_RAN;
        }
        if (all.stream().anyMatch(each -> each.always(Outcome.FAIL))) {
            return ExitStatus.BROKEN;
        }
        return all.stream().anyMatch(each -> !each.stable() || each.always(Outcome.INCONCLUSIVE))
                ? ExitStatus.INCONCLUSIVE
                : ExitStatus.HOLDS;
    }

    /** What came of one case so far. */
    private static final class Tally {
        private final CaseResult first;
        private final Map<Condition, Map<Outcome, Integer>> times = new EnumMap<>(Condition.class);
        private final Map<Outcome, String> reasons = new EnumMap<>(Outcome.class);

        private Tally(CaseResult first) {
            this.first = first;
            for (Condition condition : Condition.values()) {
                times.put(condition, new EnumMap<>(Outcome.class));
            }
        }

        private void note(CaseResult result, Condition condition) {
            under(condition).merge(result.outcome(), 1, Integer::sum);
            if (result.outcome() != Outcome.PASS) {
                reasons.putIfAbsent(result.outcome(), result.reason());
            }
        }

        private Map<Outcome, Integer> under(Condition condition) {
            return times.computeIfAbsent(condition, none -> new EnumMap<>(Outcome.class));
        }

        private VerdictCounts recurrence(String implementation) {
            return new VerdictCounts(
                    implementation,
                    first.id(),
                    first.clause(),
                    under(Condition.QUIET),
                    under(Condition.LOADED),
                    reasons);
        }
    }
}
