package io.github.sockspec.suite;

import io.github.sockspec.target.Allowance;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Waiting;
import java.time.Duration;

/** A command that starts processes until the kernel gives no more. */
public final class ProcessLimit {
    /** Behind the command its processes live for two seconds; then everything is as before. */
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    private final Trial trial;

    private ProcessLimit(Trial trial) {
        this.trial = trial;
    }

    public static ProcessLimit of(Trial trial) {
        return new ProcessLimit(trial);
    }

    /** States that a server of so many processes, asked while there are none to be had, serves others when there are again. */
    public void reached(int processes) {
        trial.confine(Allowance.USUAL.processes(processes));
        Finding full = trial.shows(trial.conversation());
        Waiting.until(RECOVERY, () -> trial.bench().control() == Finding.HOLDS);
        trial.servesOthers("after a command used up all of its " + processes + " processes");
        if (full instanceof Finding.Broken broken && !trial.evidence().failed()) {
            throw trial.inconclusive("the command did not say that it came to the limit: " + broken.reason());
        }
    }
}
