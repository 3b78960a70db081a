package io.github.sockspec.report;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** {@code summary.md}: the verdict, the grades, the clauses and what fails, for a pull request or a job's summary. */
public final class SummaryMarkdown {
    private SummaryMarkdown() {}

    /** Writes {@code results} to {@code file}, whole or not at all. */
    public static void write(RecordedResults results, Path file) {
        ReportFile.write(file, of(results));
    }

    static String of(RecordedResults results) {
        return Templates.MARKDOWN.render(
                "summary.md",
                new Summary(
                        Headline.of(results),
                        Totals.of(results.cases()).pace(results.millis()),
                        results.notes(),
                        results.runs().stream().map(Program::of).toList()));
    }

    /** What the template shows. */
    private record Summary(Headline headline, String pace, List<String> notes, List<Program> programs) {}

    private record Program(
            String title, String trouble, List<GradeRow> grades, List<ClauseRow> clauses, List<FindingLines> findings) {
        static Program of(RecordedResults.Run run) {
            Map<String, List<RecordedCase>> clauses = run.cases().stream()
                    .collect(Collectors.groupingBy(RecordedCase::clause, LinkedHashMap::new, Collectors.toList()));
            return new Program(
                    run.implementation().title(),
                    Objects.requireNonNullElse(run.trouble(), ""),
                    Grades.of(run.cases()).entrySet().stream()
                            .map(grade -> GradeRow.of(grade.getKey().word(), grade.getValue()))
                            .toList(),
                    clauses.values().stream().map(ClauseRow::of).toList(),
                    run.cases().stream()
                            .filter(each -> each.is(Outcome.FAIL) || each.is(Outcome.WARN))
                            .map(FindingLines::new)
                            .toList());
        }
    }

    private record GradeRow(String word, String fraction, String state) {
        static GradeRow of(String word, GradeCount held) {
            return new GradeRow(word, held.fraction(), held.reached() ? "reached" : "not reached");
        }
    }

    /** {@code id} and {@code result} are Markdown. */
    private record ClauseRow(String id, String level, String grade, String result, String asks) {
        static ClauseRow of(List<RecordedCase> cases) {
            RecordedCase first = cases.get(0);
            return new ClauseRow(
                    Clause.of(first.clause()).map(Clause::id).orElseGet(() -> Markdown.text(first.clause())),
                    first.level(),
                    first.grade(),
                    outcomes(cases),
                    Clause.of(first.clause()).map(Clause::sentence).orElse(""));
        }

        /** For example {@code pass 2, fail 1}: how many cases ended in each way. */
        private static String outcomes(List<RecordedCase> cases) {
            return Totals.of(cases).summary().entrySet().stream()
                    .filter(count -> count.getValue() > 0)
                    .map(count -> count.getKey() + (cases.size() == 1 ? "" : " " + count.getValue()))
                    .collect(Collectors.joining(", "));
        }
    }
}
