package io.github.sockspec.run;

import io.github.sockspec.verdict.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What decides about the exit status of a run.
 *
 * @param known failures that are waited for
 * @param baseline how it was: where there is one, not "does all hold" is asked but "is anything worse"
 * @param today the day it is, for entries that have an end
 */
public record Gate(KnownFailures known, Optional<KnownFailures> baseline, LocalDate today) {
    /** How many findings that are worse are named; the rest is counted. */
    private static final int MOST_NAMED = 20;

    /**
     * What it came to.
     *
     * @param exit the first that applies in the order 5, 6, 1, 3, 4; wrong usage never gets this far
     * @param notes what a reader must know besides, the weightiest first
     */
    public record Passage(ExitStatus exit, List<String> notes) {
        public Passage {
            notes = List.copyOf(notes);
        }
    }

    /** One that only waits for {@code known} failures, which have no end. */
    public static Gate of(KnownFailures known) {
        return new Gate(known, Optional.empty(), LocalDate.MIN);
    }

    /** Whether {@code found} is excused. */
    boolean excuses(Judgement found) {
        return known.expects(found, today)
                || baseline.map(each -> each.expects(found, today)).orElse(false);
    }

    /** What {@code found} comes to. */
    public Passage judge(Found found) {
        List<String> worse = worse(found);
        List<String> complaints = new ArrayList<>(known.complaints(found, today));
        baseline.ifPresent(each -> complaints.addAll(each.complaints(found, today)));
        List<String> notes = new ArrayList<>(worse.size() > MOST_NAMED ? worse.subList(0, MOST_NAMED) : worse);
        if (worse.size() > MOST_NAMED) {
            notes.add("and " + (worse.size() - MOST_NAMED) + " more are worse than the baseline");
        }
        notes.addAll(complaints);
        ExitStatus exit = exit(found, notes);
        excused(found).ifPresent(notes::add);
        notes.addAll(elsewhere(found));
        return new Passage(exit, notes);
    }

    /** What a baseline does not know of, a line each. */
    private List<String> worse(Found found) {
        return baseline.isEmpty()
                ? List.of()
                : found.judgements().stream()
                        .filter(each -> each.fails() && !excuses(each))
                        .map(each -> "worse than the baseline: " + each.place() + ": " + each.reason())
                        .toList();
    }

    private Optional<String> excused(Found found) {
        long count = found.judgements().stream()
                .filter(each -> each.outcome() != Outcome.PASS && excuses(each))
                .count();
        return count == 0
                ? Optional.empty()
                : Optional.of(count + (count == 1 ? " finding is" : " findings are") + " known and excused");
    }

    /** Entries that can't be looked at here, because they speak of programs that this run does not judge. */
    private List<String> elsewhere(Found found) {
        return Stream.concat(known.entries().stream(), baseline.stream().flatMap(each -> each.entries().stream()))
                .flatMap(entry -> entry.implementation().stream())
                .filter(name -> !found.implementations().contains(name))
                .distinct()
                .map(name -> "known failures of " + name + " are not looked at: it is not judged here")
                .toList();
    }

    private ExitStatus exit(Found found, List<String> against) {
        if (!found.errors().isEmpty()) {
            return ExitStatus.TROUBLE;
        }
        if (found.shard().whole() && nothing(found)) {
            return ExitStatus.NOTHING_RAN;
        }
        if (baseline.isEmpty() && any(found, Outcome.FAIL)) {
            return ExitStatus.BROKEN;
        }
        if (!against.isEmpty()) {
            return ExitStatus.REGRESSION;
        }
        return any(found, Outcome.INCONCLUSIVE) ? ExitStatus.INCONCLUSIVE : ExitStatus.HOLDS;
    }

    private static boolean nothing(Found found) {
        return found.judgements().stream().allMatch(each -> each.outcome() == Outcome.NOT_APPLICABLE);
    }

    private boolean any(Found found, Outcome outcome) {
        return found.judgements().stream().anyMatch(each -> each.outcome() == outcome && !excuses(each));
    }
}
