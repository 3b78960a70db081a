package io.github.sockspec.history;

import io.github.sockspec.report.Markdown;
import io.github.sockspec.report.RecordedCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A difference for a pull request: the verdict, then tables, then what is worse or fails otherwise in full. */
public final class DifferenceMarkdown {
    private final StringBuilder text = new StringBuilder();

    private DifferenceMarkdown() {}

    public static String of(Difference difference) {
        DifferenceMarkdown markdown = new DifferenceMarkdown();
        markdown.line("# sockspec diff: " + difference.headline());
        markdown.line("");
        markdown.line(Markdown.text(difference.counts()) + ".");
        difference.circumstances().forEach(line -> markdown.line("\n> " + Markdown.text(line)));
        difference.programs().forEach(markdown::program);
        return markdown.text.toString();
    }

    private void program(ProgramDifference program) {
        line("\n## " + Markdown.text(program.title()));
        line("");
        program.program().forEach(line -> line("- " + Markdown.text(line)));
        program.grades().forEach((grade, change) -> line("- " + Markdown.text(grade + " " + change)));
        if (program.changes().isEmpty()) {
            line("- no case ends otherwise than before");
            return;
        }
        line("");
        line("| | case | verdict |");
        line("| --- | --- | --- |");
        List<Change> sorted = new ArrayList<>(program.changes());
        sorted.sort(java.util.Comparator.comparing(Change::kind));
        sorted.forEach(change -> line("| " + change.kind().word() + " | " + Markdown.text(change.id()) + " | "
                + Markdown.text(change.verdicts()) + " |"));
        sorted.stream().filter(change -> change.kind().tellsHow()).forEach(this::detail);
    }

    private void detail(Change change) {
        line("\n### " + change.kind().word() + ": " + Markdown.text(change.id()));
        line("");
        RecordedCase shown = change.shown();
        line(Markdown.text(shown.reason()));
        line("");
        List<String> lines = new ArrayList<>();
        RecordedCase before = change.before();
        if (change.kind() == Change.Kind.CHANGED && before != null) {
            lines.add("before    " + before.reason());
            lines.add("actual    " + before.actual());
        }
        lines.add("expected  " + shown.expected());
        lines.add("actual    " + shown.actual());
        lines.add("again     " + Objects.requireNonNullElse(shown.replay(), "-"));
        text.append(Markdown.block(lines));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
