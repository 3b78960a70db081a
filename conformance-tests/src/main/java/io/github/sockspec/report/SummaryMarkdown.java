package io.github.sockspec.report;

import io.github.sockspec.spec.Clause;
import io.github.sockspec.spec.Grade;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code summary.md}: the verdict, the grades, the clauses and what fails, for a pull request or a job's summary. */
public final class SummaryMarkdown {
    private final StringBuilder text = new StringBuilder();

    private SummaryMarkdown() {}

    /** Writes {@code results} to {@code file}, whole or not at all. */
    public static void write(RecordedResults results, Path file) {
        ReportFile.write(file, of(results));
    }

    static String of(RecordedResults results) {
        SummaryMarkdown summary = new SummaryMarkdown();
        Headline headline = Headline.of(results);
        summary.line("# sockspec: " + headline.word());
        summary.line("");
        summary.line(Markdown.text(headline.rest()) + ".");
        summary.line("");
        List<RecordedCase> cases =
                results.runs().stream().flatMap(run -> run.cases().stream()).toList();
        Duration took = Duration.ofNanos(Math.round(results.millis() * 1e6));
        summary.line(Markdown.text(Totals.ofRecorded(cases).pace(took)) + ".");
        results.notes().forEach(note -> summary.line("\n> " + Markdown.text(note)));
        results.runs().forEach(summary::run);
        return summary.text.toString();
    }

    private void run(RecordedResults.Run run) {
        RecordedResults.Program program = run.implementation();
        line("\n## " + Markdown.text(program.protocol() + " " + program.role() + "  " + program.name()));
        line("");
        if (run.trouble() != null) {
            line("**Trouble:** " + Markdown.text(run.trouble()) + "\n");
        }
        grades(Grades.ofRecorded(run.cases()));
        clauses(run);
        run.cases().stream()
                .filter(each -> each.verdict().equals(Outcome.FAIL.word())
                        || each.verdict().equals(Outcome.WARN.word()))
                .forEach(each -> finding(each, Exhibit.of(each)));
    }

    private void grades(Map<Grade, Held> grades) {
        if (grades.isEmpty()) {
            return;
        }
        line("| grade | held | |");
        line("| --- | --- | --- |");
        grades.forEach((grade, held) -> line("| " + grade.word() + " | " + held.fraction() + " | "
                + (held.reached() ? "reached" : "not reached") + " |"));
        line("");
    }

    private void clauses(RecordedResults.Run run) {
        Map<String, List<RecordedCase>> byClause = new LinkedHashMap<>();
        run.cases().forEach(each -> byClause.computeIfAbsent(each.clause(), clause -> new ArrayList<>())
                .add(each));
        if (byClause.isEmpty()) {
            line("No case was carried out.");
            return;
        }
        line("| clause | level | grade | result | asks |");
        line("| --- | --- | --- | --- | --- |");
        byClause.forEach((clause, cases) ->
                line("| " + Clause.of(clause).map(Clause::id).orElseGet(() -> Markdown.text(clause)) + " | "
                        + Markdown.text(cases.get(0).level()) + " | "
                        + Markdown.text(cases.get(0).grade()) + " | "
                        + outcomes(cases) + " | "
                        + Markdown.text(Clause.of(clause).map(Clause::sentence).orElse("")) + " |"));
    }

    /** For example {@code pass 2, fail 1}: how many cases ended in each way. */
    private static String outcomes(List<RecordedCase> cases) {
        return Totals.ofRecorded(cases).outcomes().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getKey().word() + (cases.size() == 1 ? "" : " " + count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void finding(RecordedCase found, Exhibit exhibit) {
        line("\n### " + found.verdict() + ": " + Markdown.text(found.id()));
        line("");
        line(Markdown.text(exhibit.clause()));
        line("");
        line(Markdown.text(exhibit.reason()) + (exhibit.howMany().isEmpty() ? "" : " (" + exhibit.howMany() + ")"));
        line("");
        List<String> shown = new ArrayList<>(exhibit.drawing());
        shown.addAll(exhibit.comparison());
        exhibit.lastWords().forEach(words -> shown.add("| " + words));
        exhibit.replay().ifPresent(shown::add);
        text.append(Markdown.block(shown));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
