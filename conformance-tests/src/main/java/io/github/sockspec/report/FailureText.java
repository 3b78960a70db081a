package io.github.sockspec.report;

import io.github.sockspec.report.Colour.Shade;
import io.github.sockspec.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/** One finding for a person at a terminal, as lines. */
final class FailureText {
    private static final String INDENT = "      ";

    private final Colour paint;
    private final List<String> lines = new ArrayList<>();

    private FailureText(Colour paint) {
        this.paint = paint;
    }

    static List<String> of(RecordedCase found, Outcome outcome, Colour paint) {
        return new FailureText(paint).describe(found, outcome);
    }

    private List<String> describe(RecordedCase found, Outcome outcome) {
        FindingLines exhibit = new FindingLines(found);
        lines.add(paint.on(shade(outcome), label(outcome)) + paint.on(Shade.STRONG, found.id()));
        add(exhibit.clause());
        add(exhibit.howMany());
        block(found.failed() == 0 ? "the delivery" : "the smallest delivery that fails", exhibit.drawing());
        lines.add("");
        add(exhibit.reason());
        comparison(exhibit.comparison());
        exhibit.when().ifPresent(when -> add("at        " + when));
        block(
                "the program's last words",
                exhibit.lastWords().stream().map("| "::concat).toList());
        exhibit.replay().ifPresent(replay -> {
            lines.add("");
            add("again     " + paint.on(Shade.STRONG, replay));
        });
        return lines;
    }

    private void add(String line) {
        if (!line.isEmpty()) {
            lines.add(INDENT + line);
        }
    }

    private void block(String title, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            add(paint.on(Shade.FAINT, title));
            content.forEach(line -> add("  " + line));
        }
    }

    /** The caret's line is the last one, if there is a caret. */
    private void comparison(List<String> comparison) {
        for (String line : comparison) {
            add(line.stripLeading().startsWith("^ ") ? paint.on(Shade.BAD, line) : line);
        }
    }

    static String label(Outcome outcome) {
        return switch (outcome) {
            case PASS -> "pass  ";
            case FAIL -> "FAIL  ";
            case WARN -> "warn  ";
            case NOT_APPLICABLE -> "n/a   ";
            case INCONCLUSIVE -> "?     ";
        };
    }

    static Shade shade(Outcome outcome) {
        return switch (outcome) {
            case PASS -> Shade.GOOD;
            case FAIL -> Shade.BAD;
            case WARN, INCONCLUSIVE -> Shade.DOUBTFUL;
            case NOT_APPLICABLE -> Shade.FAINT;
        };
    }
}
