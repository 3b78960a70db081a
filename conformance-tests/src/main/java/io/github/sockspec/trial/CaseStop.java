package io.github.sockspec.trial;

import io.github.sockspec.verdict.Outcome;

/** Thrown inside a case to end it with an outcome that is neither pass nor fail. */
public final class CaseStop extends RuntimeException {
    private final Outcome outcome;

    private CaseStop(Outcome outcome, String reason) {
        super(reason, null, false, false);
        this.outcome = outcome;
    }

    public static CaseStop notApplicable(String reason) {
        return new CaseStop(Outcome.NOT_APPLICABLE, reason);
    }

    public static CaseStop inconclusive(String reason) {
        return new CaseStop(Outcome.INCONCLUSIVE, reason);
    }

    public Outcome outcome() {
        return outcome;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
