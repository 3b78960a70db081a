package io.github.sockspec.spec;

import java.util.Map;
import java.util.Optional;

/** The clauses without a case, each with the reason: what is not judged stays visible. */
public final class Ledger {
    /** None at present: every clause has a case. */
    private static final Map<Clause, String> REASONS = Map.of();

    private Ledger() {}

    /** Why {@code clause} has no case; empty when it has one. */
    public static Optional<String> reason(Clause clause) {
        return Optional.ofNullable(REASONS.get(clause));
    }
}
