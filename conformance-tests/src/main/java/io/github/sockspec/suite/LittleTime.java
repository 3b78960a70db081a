package io.github.sockspec.suite;

import io.github.sockspec.target.Allowance;
import java.time.Duration;

/** A server that gets little of a processor. Slow is not wrong: what it says is judged, and that it says it at all. */
public final class LittleTime {
    /** What 0.3 s of work come to, and as much again for a busy machine, many times over. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Trial trial;

    private LittleTime(Trial trial) {
        this.trial = trial;
    }

    public static LittleTime of(Trial trial) {
        return new LittleTime(trial);
    }

    /** States that the answers are right with a tenth of a core. */
    public void answers() {
        trial.confine(Allowance.USUAL.cores(0.1));
        trial.carrier().limits(trial.carrier().limits().patient(PATIENCE));
        trial.conversations().forEach(trial::holds);
    }
}
