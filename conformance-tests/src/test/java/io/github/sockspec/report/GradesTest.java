package io.github.sockspec.report;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Grade;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GradesTest {
    @Test
    void of_oneCaseOfAClauseFails_theClauseDoesNotHold() {
        GradeCount robust = requireNonNull(grades(Sample.pass("a", Clause.required("EXEC-5"), 9, 9), Sample.fail())
                .get(Grade.ROBUST));

        assertEquals(new GradeCount(1, List.of(Clause.required("EXEC-5"))), robust);
        assertEquals("0/1", robust.fraction());
        assertFalse(robust.reached());
    }

    @Test
    void of_shouldWarns_isCountedButTheGradeIsReached() {
        GradeCount held = requireNonNull(grades(
                        Sample.pass("a", Clause.required("EXEC-1"), 1, 1),
                        Sample.plain("b", Clause.required("EXEC-13"), Outcome.WARN, "one at a time"))
                .get(Grade.INTEROPERATES));

        assertEquals("1/2", held.fraction());
        assertTrue(held.reached());
    }

    @Test
    void of_mustInconclusive_isCountedAndNotHeld() {
        GradeCount held =
                requireNonNull(grades(Sample.plain("a", Clause.required("EXEC-17"), Outcome.INCONCLUSIVE, "no /proc"))
                        .get(Grade.BOUNDED));

        assertEquals("0/1", held.fraction());
        assertFalse(held.reached());
    }

    @Test
    void of_notApplicableOnly_hasNoSuchGrade() {
        assertEquals(
                Map.of(), grades(Sample.plain("a", Clause.required("EXEC-6"), Outcome.NOT_APPLICABLE, "no end mark")));
    }

    @Test
    void of_noCases_isEmpty() {
        assertEquals(Map.of(), grades());
    }

    private static Map<Grade, GradeCount> grades(CaseResult... cases) {
        return Grades.of(Recording.of(Sample.results(ExitStatus.HOLDS, Sample.run(Sample.course(), cases)))
                .cases());
    }
}
