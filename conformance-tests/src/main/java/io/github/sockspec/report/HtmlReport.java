package io.github.sockspec.report;

import io.github.sockspec.run.Results;
import io.github.sockspec.run.RunResult;
import io.github.sockspec.spec.Grade;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code index.html}: one plain page, no script, nothing fetched. */
public final class HtmlReport {
    private final HtmlWriter html;

    private HtmlReport(HtmlWriter html) {
        this.html = html;
    }

    /** Writes {@code results} to {@code file}, whole or not at all. */
    public static void write(Results results, Path file) {
        ReportFile.write(file, of(results));
    }

    static String of(Results results) {
        return HtmlWriter.document(
                "sockspec", HtmlReport.class.getResourceAsStream("page.css"), html -> new HtmlReport(html)
                        .page(results));
    }

    private void page(Results results) {
        Headline headline = Headline.of(results);
        html.element("h1", headline.word());
        html.element("p", headline.rest());
        html.element("p", Totals.of(results).pace(results.took()));
        results.notes().forEach(note -> html.element("p", Harmless.line(note)));
        Replays replays = Replays.of(results);
        results.runs().forEach(run -> run(run, replays));
    }

    private void run(RunResult run, Replays replays) {
        html.element("h2", RunText.title(run.implementation()));
        run.trouble().ifPresent(why -> html.element("p", "Trouble: " + Harmless.line(why)));
        html.within("table", () -> {
            row("th", List.of("grade", "held", ""));
            Grades.of(run).forEach(this::grade);
        });
        run.cases().forEach(result -> finding(result, new Exhibit(result, run.implementation(), replays)));
    }

    private void grade(Grade grade, Held held) {
        row("td", List.of(grade.word(), held.fraction(), held.reached() ? "reached" : "not reached"));
    }

    private void finding(CaseResult result, Exhibit exhibit) {
        html.within("details", Map.of("class", result.outcome().word()), () -> {
            html.element("summary", result.outcome().word() + " " + result.id());
            html.element("p", exhibit.clause());
            paragraph(exhibit.reason());
            paragraph(result.outcome() == Outcome.PASS ? "" : exhibit.howMany());
            block(exhibit.drawing());
            block(exhibit.comparison());
            block(exhibit.timeline());
            block(exhibit.lastWords());
            exhibit.replay().ifPresent(replay -> block(List.of(replay)));
        });
    }

    private void paragraph(String text) {
        if (!text.isEmpty()) {
            html.element("p", text);
        }
    }

    private void block(List<String> lines) {
        if (!lines.isEmpty()) {
            html.element("pre", String.join("\n", lines));
        }
    }

    private void row(String cell, List<String> texts) {
        html.within("tr", () -> texts.forEach(text -> html.element(cell, text)));
    }
}
