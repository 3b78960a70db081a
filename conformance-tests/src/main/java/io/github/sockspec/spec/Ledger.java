package io.github.sockspec.spec;

import java.util.Optional;

/** The clauses without a case, each with the reason: what is not judged stays visible. */
public final class Ledger {
    private Ledger() {}

    /** Why {@code clause} has no case; empty when it has one. */
    public static Optional<String> reason(Clause clause) {
        if (clause.role() != Role.SERVER) {
            return Optional.of("programs that open the connection are not judged yet");
        }
        if (clause.protocol() == Protocol.HELLO) {
            return Optional.of("datagrams are not judged yet");
        }
        return Optional.empty();
    }
}
