package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.spec.Level;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Outcome;
import java.time.Duration;

/** What a case's evidence comes to. Nothing is a pass by default: evidence must be there, and none of it against. */
final class Closing {
    private Closing() {}

    static CaseResult of(Trial trial, Duration took) {
        Evidence evidence = trial.evidence();
        Finding.Broken broken = evidence.broken();
        if (broken == null) {
            Outcome outcome =
                    evidence.nothingShown() || evidence.undecided().isPresent() ? Outcome.INCONCLUSIVE : Outcome.PASS;
            String reason = evidence.undecided().orElse(evidence.nothingShown() ? "nothing was shown" : "");
            return result(trial, outcome, reason, Finding.Broken.of("", "", ""), "", took);
        }
        Outcome outcome = trial.name().clause().level() == Level.MUST ? Outcome.FAIL : Outcome.WARN;
        return result(trial, outcome, broken.reason(), broken, trial.instance().lastWords(), took);
    }

    private static CaseResult result(
            Trial trial, Outcome outcome, String reason, Finding.Broken broken, String lastWords, Duration took) {
        Bytes received = broken.received();
        return new CaseResult(
                trial.name().toString(),
                trial.name().clause(),
                outcome,
                reason,
                trial.evidence().tally(),
                trial.evidence().smallest(),
                broken.expected(),
                broken.actual(),
                received,
                broken.wrongAt(),
                lastWords,
                took);
    }
}
