package io.github.sockspec.cli;

import io.github.sockspec.protocol.Clause;

/** Clauses as lines of text. */
final class Clauses {
    private Clauses() {}

    /** For example {@code EXEC-5     MUST   robust         A command is run once, …}. */
    static String line(Clause clause) {
        return "%-10s %-6s %-14s %s"
                .formatted(clause.id(), clause.level(), clause.grade().word(), clause.sentence());
    }
}
