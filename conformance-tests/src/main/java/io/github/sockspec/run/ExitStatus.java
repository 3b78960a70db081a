package io.github.sockspec.run;

import java.util.Arrays;
import java.util.Optional;

/** What the command line says to its caller. The first that applies in the order 2, 5, 6, 1, 3, 4 is given. */
public enum ExitStatus {
    /** All that was asked holds. */
    HOLDS(0),
    /** A MUST does not hold. */
    BROKEN(1),
    /** Wrong usage or an invalid file. */
    USAGE(2),
    /** Worse than the baseline, or a known failure that now passes. */
    REGRESSION(3),
    /** Something had to be shown and was not. */
    INCONCLUSIVE(4),
    /** The suite or its surroundings failed. */
    TROUBLE(5),
    /** No case ran. */
    NOTHING_RAN(6);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** The status with that code; empty where there is none. */
    public static Optional<ExitStatus> of(int code) {
        return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
    }

    public int code() {
        return code;
    }
}
