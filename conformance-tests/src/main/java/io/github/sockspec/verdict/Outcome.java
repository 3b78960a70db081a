package io.github.sockspec.verdict;

import java.util.Locale;

/** What was found out. Nothing defaults to {@link #PASS}. */
public enum Outcome {
    PASS,
    FAIL,
    /** A SHOULD does not hold. */
    WARN,
    NOT_APPLICABLE,
    /** What had to be shown was not shown. */
    INCONCLUSIVE;

    /** The lower-case word used in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
