package io.github.sockspec.report;

import io.github.sockspec.protocol.Clause;
import java.util.Comparator;

/** The order of PROTOCOL.md, by the clauses' published identifiers; those it doesn't have come last. */
public final class ClauseOrder {
    public static final Comparator<String> BY_ID =
            Comparator.comparing(Clause::position).thenComparing(Comparator.naturalOrder());

    private ClauseOrder() {}
}
