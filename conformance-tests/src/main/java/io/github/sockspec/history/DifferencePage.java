package io.github.sockspec.history;

import io.github.sockspec.report.RecordedCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A difference as one page. */
public final class DifferencePage {
    private final Markup page;

    private DifferencePage(Markup page) {
        this.page = page;
    }

    public static String of(Difference difference) {
        return Markup.page("sockspec diff", page -> new DifferencePage(page).all(difference));
    }

    private void all(Difference difference) {
        page.element("h1 class=" + shade(difference), difference.headline());
        page.element("p", difference.counts());
        difference.circumstances().forEach(line -> page.element("p class=doubt", line));
        difference.programs().forEach(this::program);
    }

    private static String shade(Difference difference) {
        return switch (difference.exit()) {
            case HOLDS -> "good";
            case REGRESSION -> "bad";
            default -> "doubt";
        };
    }

    private void program(ProgramDifference program) {
        page.element("h2", program.title());
        page.within("ul", () -> {
            program.program().forEach(line -> page.element("li", line));
            program.grades().forEach((grade, change) -> page.element("li", grade + " " + change));
        });
        if (program.changes().isEmpty()) {
            page.element("p", "No case ends otherwise than before.");
            return;
        }
        List<Change> sorted = new ArrayList<>(program.changes());
        sorted.sort(Comparator.comparing(Change::kind));
        page.within("table", () -> {
            page.row("th scope=col", List.of("", "case", "verdict", "now"));
            sorted.forEach(this::row);
        });
        sorted.stream().filter(change -> change.kind().tellsHow()).forEach(this::detail);
    }

    private void row(Change change) {
        page.within("tr", () -> {
            String shade = change.kind().worse() ? "bad" : change.kind() == Change.Kind.FIXED ? "good" : "doubt";
            page.element("td class=" + shade, change.kind().word());
            page.within("td", () -> page.element("code", change.id()));
            page.element("td", change.verdicts());
            page.element("td", change.after() == null ? "" : change.shown().reason());
        });
    }

    private void detail(Change change) {
        page.element("h3", change.kind().word() + ": " + change.id());
        RecordedCase before = change.before();
        if (change.kind() == Change.Kind.CHANGED && before != null) {
            page.element("p", "Before: " + before.reason());
            page.element("pre", before.actual());
        }
        RecordedCase shown = change.shown();
        page.element("p", shown.reason());
        page.element(
                "pre",
                "expected  " + shown.expected() + "\nactual    " + shown.actual() + "\nagain     "
                        + Objects.requireNonNullElse(shown.replay(), "-"));
    }
}
