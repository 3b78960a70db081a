package io.github.sockspec.report;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Level;
import java.util.List;

/**
 * How far a program gets in one grade.
 *
 * @param of how many of its clauses count
 * @param open those of them that don't hold, in the order of PROTOCOL.md
 */
public record GradeCount(int of, List<Clause> open) {
    public GradeCount {
        open = List.copyOf(open);
    }

    /** How many clauses hold. */
    public int held() {
        return of - open.size();
    }

    /** Whether the grade is reached: no MUST of it is open. */
    public boolean reached() {
        return open.stream().noneMatch(clause -> clause.level() == Level.MUST);
    }

    /** For example {@code 9/9}. */
    public String fraction() {
        return held() + "/" + of;
    }
}
