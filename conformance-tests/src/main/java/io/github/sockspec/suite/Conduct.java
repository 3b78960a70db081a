package io.github.sockspec.suite;

import io.github.sockspec.kernel.WireFailure;
import io.github.sockspec.program.StartFailure;
import io.github.sockspec.trial.CaseRun;
import io.github.sockspec.trial.CaseStop;
import io.github.sockspec.trial.CaseVerdict;
import io.github.sockspec.trial.ProgramUnderTest;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.time.Duration;

/**
 * One case carried out once against one program: its evidence becomes a result.
 *
 * @param <T> what its steps are done to
 */
abstract class Conduct<T extends CaseRun> {
    private final Conditions conditions;
    private final ProgramUnderTest candidate;
    private final T trial;
    private long begun;

    Conduct(T trial, Conditions conditions, ProgramUnderTest candidate) {
        this.trial = trial;
        this.conditions = conditions;
        this.candidate = candidate;
    }

    /** Carries the case out where it can be, and gives what is {@link #closed()} before anything is given back. */
    abstract CaseResult conduct();

    /** Carries the case out where it can be, and says what its evidence comes to. */
    final CaseResult result() {
        String skip = candidate.implementation().skip().get(trial.name().clause());
        if (skip != null) {
            return plain(Outcome.NOT_APPLICABLE, "skipped by the manifest: " + skip);
        }
        try {
            return conduct();
        } catch (CaseStop stop) {
            return shown(stop.outcome(), stop.reason());
        } catch (StartFailure | WireFailure failed) {
            candidate.trouble(String.valueOf(failed.getMessage()));
            return shown(Outcome.INCONCLUSIVE, String.valueOf(failed.getMessage()));
        }
    }

    /** That outcome, unless something had failed before it came to that: then it has failed all the same. */
    private CaseResult shown(Outcome outcome, String reason) {
        return trial.evidence().failed() ? closed() : plain(outcome, reason);
    }

    private CaseResult plain(Outcome outcome, String reason) {
        return CaseResult.plain(trial.name().toString(), trial.name().clause(), outcome, reason)
                .after(took());
    }

    /** Begins the case itself, for which all is ready. */
    final void begin() {
        begun = System.nanoTime();
        conditions.require(candidate.implementation());
    }

    final CaseResult closed() {
        return CaseVerdict.of(trial, took());
    }

    /** Since the case itself was begun; nothing where it was not. */
    private Duration took() {
        return begun == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - begun);
    }

    Conditions conditions() {
        return conditions;
    }

    ProgramUnderTest candidate() {
        return candidate;
    }

    T trial() {
        return trial;
    }
}
