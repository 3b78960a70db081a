package io.github.sockspec.verdict;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What was found out. Nothing defaults to {@link #PASS}. */
public enum Outcome {
    PASS,
    FAIL,
    /** A SHOULD does not hold. */
    WARN,
    NOT_APPLICABLE,
    /** What had to be shown was not shown. */
    INCONCLUSIVE;

    /** The outcome with that word; empty where there is none. */
    public static Optional<Outcome> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** The lower-case word used in results. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
