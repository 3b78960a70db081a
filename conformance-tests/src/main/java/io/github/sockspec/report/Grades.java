package io.github.sockspec.report;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Grade;
import io.github.sockspec.verdict.Outcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How far a program gets, grade by grade.
 *
 * <p>A clause counts when at least one of its cases applies; it holds when none of those failed, warned or stayed
 * inconclusive. So a clause that nothing was found out about is counted and doesn't hold, and one that the dialect makes
 * undecidable isn't counted. SHOULD clauses are counted like the others, but only a MUST keeps a grade from being
 * reached.
 */
public final class Grades {
    private Grades() {}

    /**
     * The grades of which a case that applies was carried out, in their own order; a clause or a verdict that this release
     * doesn't know is left out.
     */
    public static Map<Grade, GradeCount> of(List<RecordedCase> cases) {
        Map<Clause, Set<Outcome>> outcomes = new TreeMap<>();
        for (RecordedCase each : cases) {
            Clause.of(each.clause()).ifPresent(clause -> Outcome.of(each.verdict())
                    .filter(outcome -> outcome != Outcome.NOT_APPLICABLE)
                    .ifPresent(outcome -> outcomes.computeIfAbsent(clause, of -> EnumSet.noneOf(Outcome.class))
                            .add(outcome)));
        }
        Map<Grade, GradeCount> grades = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            List<Clause> counted = outcomes.keySet().stream()
                    .filter(clause -> clause.grade() == grade)
                    .toList();
            if (!counted.isEmpty()) {
                grades.put(grade, held(counted, outcomes));
            }
        }
        return Collections.unmodifiableMap(grades);
    }

    /** The same as fractions, by the grade's word. */
    public static Map<String, RecordedResults.Fraction> fractions(List<RecordedCase> cases) {
        Map<String, RecordedResults.Fraction> fractions = new LinkedHashMap<>();
        of(cases)
                .forEach((grade, held) ->
                        fractions.put(grade.word(), new RecordedResults.Fraction(held.held(), held.of())));
        return fractions;
    }

    private static GradeCount held(List<Clause> counted, Map<Clause, Set<Outcome>> outcomes) {
        List<Clause> open = counted.stream()
                .filter(clause -> !Set.of(Outcome.PASS).equals(outcomes.get(clause)))
                .toList();
        return new GradeCount(counted.size(), open);
    }
}
