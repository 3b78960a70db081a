package io.github.sockspec.report.web;

import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.spec.Grade;
import io.github.sockspec.spec.Level;
import io.github.sockspec.verdict.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How far one program gets in one grade.
 *
 * @param word the grade's name
 * @param question what it asks
 * @param fraction for example {@code 8/9}
 * @param share how much of the bar is full, in per cent
 * @param tone good, doubtful, bad or none
 * @param state in words
 * @param open the clauses that don't hold, with their places
 */
record GradeView(
        String word, String question, String fraction, String share, String tone, String state, List<ClauseView> open) {
    private static final Set<String> HELD = Set.of(Outcome.PASS.word(), Outcome.NOT_APPLICABLE.word());

    /** The four grades; one of which nothing was judged says so. */
    static List<GradeView> of(RecordedResults.Run run, List<ClauseView> clauses) {
        return Arrays.stream(Grade.values())
                .map(grade -> of(grade, run.grades().get(grade.word()), clauses))
                .toList();
    }

    private static GradeView of(
            Grade grade, RecordedResults.@org.jspecify.annotations.Nullable Fraction held, List<ClauseView> clauses) {
        if (held == null || held.of() == 0) {
            return new GradeView(grade.word(), grade.question(), "–", "0%", "none", "not judged", List.of());
        }
        List<ClauseView> open = clauses.stream()
                .filter(clause -> clause.grade().equals(grade.word())
                        && !HELD.contains(clause.mark().word()))
                .toList();
        boolean reached = open.stream().noneMatch(clause -> clause.level().equals(Level.MUST.name()));
        String tone = open.isEmpty() ? "good" : reached ? "doubtful" : "bad";
        return new GradeView(
                grade.word(),
                grade.question(),
                held.held() + "/" + held.of(),
                100 * held.held() / held.of() + "%",
                tone,
                reached ? "reached" : "not reached",
                open);
    }

    boolean incomplete() {
        return !open.isEmpty();
    }
}
