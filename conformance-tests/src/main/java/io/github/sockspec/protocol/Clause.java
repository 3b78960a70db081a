package io.github.sockspec.protocol;

import java.util.List;
import java.util.Optional;

/**
 * One requirement of PROTOCOL.md, as its protocol's {@code clauses.yaml} has it. There is one object for each, in the order
 * of the protocols and, within one, of its file.
 *
 * @param id the published identifier, for example {@code EXEC-5} or {@code LOGIN-C2}; never used for another requirement
 * @param level how binding it is
 * @param grade the question it answers
 * @param sentence what it asks, as plain text that a student reads once
 * @param protocol whose requirement it is
 * @param role on which side
 * @param unjudged why no case judges it; empty where one does
 */
public record Clause(
        String id, Level level, Grade grade, String sentence, Protocol protocol, Role role, Optional<String> unjudged)
        implements Comparable<Clause> {
    /** Every clause of every protocol, in order. */
    public static List<Clause> all() {
        return Clauses.ALL;
    }

    /** The clauses of one side of {@code protocol}, in order. */
    public static List<Clause> of(Protocol protocol, Role role) {
        return all().stream()
                .filter(clause -> clause.protocol.equals(protocol) && clause.role == role)
                .toList();
    }

    /** The clause with that published identifier. */
    public static Optional<Clause> of(String id) {
        return Optional.ofNullable(Clauses.BY_ID.get(id));
    }

    /** The clause with that published identifier, which must exist. */
    public static Clause required(String id) {
        return of(id).orElseThrow(() -> new IllegalArgumentException("there is no clause " + id));
    }

    /** Where the clause called {@code id} stands among all; behind them where there is none. */
    public static int position(String id) {
        return of(id).map(all()::indexOf).orElse(Integer.MAX_VALUE);
    }

    @Override
    public int compareTo(Clause other) {
        return Integer.compare(all().indexOf(this), all().indexOf(other));
    }

    @Override
    public String toString() {
        return id;
    }
}
