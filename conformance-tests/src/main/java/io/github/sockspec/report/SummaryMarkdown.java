package io.github.sockspec.report;

import io.github.sockspec.run.Results;
import io.github.sockspec.run.RunResult;
import io.github.sockspec.spec.Clause;
import io.github.sockspec.spec.Grade;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code summary.md}: the verdict, the grades, the clauses and what fails, for a pull request or a job's summary. */
public final class SummaryMarkdown {
    private final StringBuilder text = new StringBuilder();

    private SummaryMarkdown() {}

    /** Writes {@code results} to {@code file}, whole or not at all. */
    public static void write(Results results, Path file) {
        ReportFile.write(file, of(results));
    }

    static String of(Results results) {
        SummaryMarkdown summary = new SummaryMarkdown();
        Headline headline = Headline.of(results);
        summary.line("# sockspec: " + headline.word());
        summary.line("");
        summary.line(Markdown.text(headline.rest()) + ".");
        summary.line("");
        summary.line(Markdown.text(Totals.of(results).pace(results.took())) + ".");
        results.notes().forEach(note -> summary.line("\n> " + Markdown.text(note)));
        Replays replays = Replays.of(results);
        results.runs().forEach(run -> summary.run(run, replays));
        return summary.text.toString();
    }

    private void run(RunResult run, Replays replays) {
        line("\n## " + Markdown.text(RunText.title(run.implementation())));
        line("");
        run.trouble().ifPresent(why -> line("**Trouble:** " + Markdown.text(why) + "\n"));
        grades(Grades.of(run));
        clauses(run);
        run.cases().stream()
                .filter(result -> result.outcome() == Outcome.FAIL || result.outcome() == Outcome.WARN)
                .forEach(result -> finding(result, new Exhibit(result, run.implementation(), replays)));
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

    private void clauses(RunResult run) {
        Map<Clause, List<CaseResult>> byClause = new EnumMap<>(Clause.class);
        run.cases().forEach(result -> byClause.computeIfAbsent(result.clause(), clause -> new ArrayList<>())
                .add(result));
        if (byClause.isEmpty()) {
            line("No case was carried out.");
            return;
        }
        line("| clause | level | grade | result | asks |");
        line("| --- | --- | --- | --- | --- |");
        byClause.forEach((clause, results) -> line("| " + clause.id() + " | " + clause.level() + " | "
                + clause.grade().word() + " | " + outcomes(results) + " | " + Markdown.text(clause.sentence()) + " |"));
    }

    /** For example {@code fail (2 of 3)}: the worst outcome, and how many cases had it. */
    private static String outcomes(List<CaseResult> results) {
        Map<Outcome, Long> counts = Totals.of(results).outcomes();
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getKey().word() + (results.size() == 1 ? "" : " " + count.getValue()))
                .collect(Collectors.joining(", "));
    }

    private void finding(CaseResult result, Exhibit exhibit) {
        line("\n### " + result.outcome().word() + ": " + Markdown.text(result.id()));
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
