package io.github.sockspec.suite;

import io.github.sockspec.verdict.Outcome;

/** Thrown inside a case to end it with an outcome that is neither pass nor fail. */
final class Stop extends RuntimeException {
    private final Outcome outcome;

    private Stop(Outcome outcome, String reason) {
        super(reason, null, false, false);
        this.outcome = outcome;
    }

    static Stop notApplicable(String reason) {
        return new Stop(Outcome.NOT_APPLICABLE, reason);
    }

    static Stop inconclusive(String reason) {
        return new Stop(Outcome.INCONCLUSIVE, reason);
    }

    Outcome outcome() {
        return outcome;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
