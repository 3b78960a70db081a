package io.github.sockspec.run;

import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.util.List;

/** The exit status of a run, from its results alone. */
final class Gate {
    private Gate() {}

    /** The first that applies in the order 5, 6, 1, 3, 4; wrong usage never gets this far. */
    static ExitStatus of(List<RunResult> runs, KnownFailures known, List<String> complaints, List<String> errors) {
        List<CaseResult> cases =
                runs.stream().flatMap(run -> run.cases().stream()).toList();
        if (!errors.isEmpty() || runs.stream().anyMatch(run -> run.trouble().isPresent())) {
            return ExitStatus.TROUBLE;
        }
        if (cases.stream().allMatch(result -> result.outcome() == Outcome.NOT_APPLICABLE)) {
            return ExitStatus.NOTHING_RAN;
        }
        if (cases.stream().anyMatch(result -> result.outcome() == Outcome.FAIL && !known.expects(result))) {
            return ExitStatus.BROKEN;
        }
        if (!complaints.isEmpty()) {
            return ExitStatus.REGRESSION;
        }
        return cases.stream().anyMatch(result -> result.outcome() == Outcome.INCONCLUSIVE)
                ? ExitStatus.INCONCLUSIVE
                : ExitStatus.HOLDS;
    }
}
