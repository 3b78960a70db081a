package io.github.sockspec.report;

import io.github.sockspec.bytes.Rendering;
import io.github.sockspec.spec.Clause;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code index.html}: one plain page, no script, nothing fetched; made from what {@code results.json} keeps. */
public final class HtmlReport {
    private final HtmlWriter html;

    private HtmlReport(HtmlWriter html) {
        this.html = html;
    }

    /** Writes {@code results} to {@code file}, whole or not at all. */
    public static void write(RecordedResults results, Path file) {
        ReportFile.write(file, of(results));
    }

    static String of(RecordedResults results) {
        return HtmlWriter.document(
                "sockspec", HtmlReport.class.getResourceAsStream("page.css"), html -> new HtmlReport(html)
                        .page(results));
    }

    private void page(RecordedResults results) {
        Headline headline = Headline.of(results);
        html.element("h1", headline.word());
        html.element("p", headline.rest());
        List<RecordedCase> cases =
                results.runs().stream().flatMap(run -> run.cases().stream()).toList();
        html.element("p", Totals.ofRecorded(cases).pace(Duration.ofNanos((long) (results.millis() * 1e6))));
        results.notes().forEach(note -> html.element("p", Harmless.line(note)));
        results.runs().forEach(this::run);
    }

    private void run(RecordedResults.Run run) {
        RecordedResults.Program program = run.implementation();
        html.element("h2", program.protocol() + " " + program.role() + "  " + Harmless.line(program.name(), 80));
        if (run.trouble() != null) {
            html.element("p", "Trouble: " + Harmless.line(run.trouble()));
        }
        html.within("table", () -> {
            row("th", List.of("grade", "held"));
            run.grades().forEach((grade, held) -> row("td", List.of(grade, held.held() + "/" + held.of())));
        });
        run.cases().forEach(this::finding);
    }

    private void finding(RecordedCase each) {
        html.within("details", Map.of("class", each.verdict()), () -> {
            html.element("summary", each.verdict() + " " + each.id());
            html.element("p", Clause.of(each.clause()).map(Exhibit::sentence).orElse(each.clause()));
            paragraph(each.reason());
            paragraph(each.failed() == 0 ? "" : each.failed() + " of " + each.deliveries() + " deliveries failed");
            RecordedCase.Delivered smallest = each.smallest();
            if (smallest != null) {
                block(smallest.writes().stream()
                        .map(write -> Rendering.of(write, 60))
                        .toList());
            }
            paragraph(each.expected());
            paragraph(each.actual());
            block(Harmless.lastLines(each.lastWords(), 8));
            paragraph(Objects.requireNonNullElse(each.replay(), ""));
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
