package io.github.sockspec.suite;

import io.github.sockspec.target.Allowance;

/** A server in surroundings of which no byte may depend: a locale of ASCII alone, a clock a quarter of an hour off. */
public final class StrangePlace {
    private static final Allowance SURROUNDINGS = Allowance.USUAL
            .variable("LC_ALL", "POSIX")
            .variable("LANG", "POSIX")
            .variable("TZ", "<+0545>-05:45");

    private final Trial trial;

    private StrangePlace(Trial trial) {
        this.trial = trial;
    }

    public static StrangePlace of(Trial trial) {
        return new StrangePlace(trial);
    }

    /** States that the answers are those that it gives anywhere. */
    public void answers() {
        trial.confine(SURROUNDINGS);
        trial.conversations().forEach(trial::holds);
    }
}
