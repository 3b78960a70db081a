package io.github.sockspec.report.web;

import io.github.sockspec.protocol.Grade;
import io.github.sockspec.report.GradeCount;
import io.github.sockspec.report.Grades;
import io.github.sockspec.report.RecordedResults;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    /** The four grades; one of which nothing was judged says so. */
    static List<GradeView> of(RecordedResults.Run run, List<ClauseView> clauses) {
        Map<Grade, GradeCount> grades = Grades.of(run.cases());
        return Arrays.stream(Grade.values())
                .map(grade -> of(grade, Optional.ofNullable(grades.get(grade)), clauses))
                .toList();
    }

    private static GradeView of(Grade grade, Optional<GradeCount> held, List<ClauseView> clauses) {
        return held.map(reached -> new GradeView(
                        grade.word(),
                        grade.question(),
                        reached.fraction(),
                        100 * reached.held() / reached.of() + "%",
                        Badge.tone(reached),
                        reached.reached() ? "reached" : "not reached",
                        clauses.stream()
                                .filter(clause -> reached.open().stream()
                                        .anyMatch(open -> open.id().equals(clause.id())))
                                .toList()))
                .orElseGet(() ->
                        new GradeView(grade.word(), grade.question(), "–", "0%", "none", "not judged", List.of()));
    }

    boolean incomplete() {
        return !open.isEmpty();
    }
}
