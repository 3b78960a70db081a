package io.github.sockspec.truth;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.run.Gate;
import io.github.sockspec.run.KnownFailures;
import io.github.sockspec.run.Plan;
import io.github.sockspec.run.Progress;
import io.github.sockspec.run.Results;
import io.github.sockspec.run.Runner;
import io.github.sockspec.run.Selection;
import io.github.sockspec.run.Shard;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a run of the suite found out about one peer. */
record Judgement(Implementation peer, Results results) {
    /** Fewer samples than by default: what is shown is verdicts, not coverage. */
    private static final Sampling SAMPLING = new Sampling(42, 8);

    private static final int LONGEST_TEXT = 200;

    private static final Progress UNWATCHED = new Progress() {
        @Override
        public void started(int cases) {}

        @Override
        public void finished(CaseResult result, Implementation implementation) {}
    };

    /** Judges {@code peer}, one case after the other. */
    static Judgement of(Implementation peer, Selection selection, Path out) {
        Plan plan = new Plan(List.of(peer), selection, SAMPLING, out, Gate.of(KnownFailures.NONE), 1, Shard.WHOLE);
        return new Judgement(peer, new Runner(plan, UNWATCHED).run());
    }

    List<CaseResult> cases() {
        return results.runs().get(0).cases();
    }

    /** The cases with one of these outcomes. */
    List<CaseResult> cases(Outcome... outcomes) {
        return cases().stream()
                .filter(each -> Arrays.asList(outcomes).contains(each.outcome()))
                .toList();
    }

    /** The cases in which the clause did not hold. */
    List<CaseResult> broken() {
        return cases(Outcome.FAIL, Outcome.WARN);
    }

    /** The clauses that do not hold. */
    Set<Clause> fails() {
        return broken().stream().map(CaseResult::clause).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the suite said of a case that it could say nothing, because the machine was too slow. */
    boolean tooSlow() {
        return cases(Outcome.INCONCLUSIVE).stream()
                .anyMatch(each -> each.reason().startsWith("this machine was too slow"));
    }

    /** What came out, where it is not a pass, a line each. */
    String text() {
        return results.exit() + " " + results.notes() + "\n"
                + cases().stream()
                        .filter(each -> each.outcome() != Outcome.PASS && each.outcome() != Outcome.NOT_APPLICABLE)
                        .map(each -> peer.name() + " " + each.outcome() + " " + each.id() + ": " + each.reason()
                                + " expected " + shortened(each.expected()) + " actual " + shortened(each.actual())
                                + " " + each.lastWords())
                        .collect(Collectors.joining("\n"));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    }
}
