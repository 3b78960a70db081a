package io.github.sockspec.history;

import io.github.sockspec.report.Colour;
import io.github.sockspec.report.Colour.Shade;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A difference for a person at a terminal: what is worse in full, the rest in a line each, the verdict last. */
public final class DifferenceText {
    /** How many cases that are merely new or gone are named. */
    private static final int MOST_NAMED = 20;

    private static final int WIDTH = 160;

    private final Colour paint;
    private final List<String> lines = new ArrayList<>();

    private DifferenceText(Colour paint) {
        this.paint = paint;
    }

    public static List<String> of(Difference difference, Colour paint) {
        DifferenceText text = new DifferenceText(paint);
        difference.programs().forEach(text::program);
        difference.circumstances().forEach(line -> text.add("note      " + SafeText.line(line, WIDTH)));
        String headline = text.paint.on(shade(difference), difference.headline());
        text.add(headline + "  " + difference.counts());
        return text.lines;
    }

    private static Shade shade(Difference difference) {
        return switch (difference.exit()) {
            case HOLDS -> Shade.GOOD;
            case REGRESSION -> Shade.BAD;
            default -> Shade.DOUBTFUL;
        };
    }

    private void program(ProgramDifference program) {
        add(paint.on(Shade.STRONG, SafeText.line(program.title(), 100)));
        program.program().forEach(line -> add("  program       " + SafeText.line(line, 400)));
        program.grades().forEach((grade, change) -> add("  %-13s %s".formatted(grade, change)));
        add("");
        for (Change.Kind kind : Change.Kind.values()) {
            List<Change> changes = program.changes().stream()
                    .filter(change -> change.kind() == kind)
                    .toList();
            changes.stream()
                    .limit(kind.tellsHow() ? Integer.MAX_VALUE : MOST_NAMED)
                    .forEach(this::change);
            if (!kind.tellsHow() && changes.size() > MOST_NAMED) {
                add(label(kind) + "and " + (changes.size() - MOST_NAMED) + " more");
            }
            if (!changes.isEmpty()) {
                add("");
            }
        }
    }

    private void change(Change change) {
        boolean worse = change.kind().worse();
        add(paint.on(worse ? Shade.BAD : Shade.FAINT, label(change.kind()))
                + paint.on(worse ? Shade.STRONG : Shade.FAINT, change.id()) + "  " + change.verdicts());
        switch (change.kind()) {
            case BROKEN, LOST -> now(change.shown());
            case CHANGED -> {
                was(change.before());
                now(change.shown());
            }
            default -> {}
        }
    }

    private void was(@Nullable RecordedCase before) {
        RecordedCase was = Objects.requireNonNull(before);
        detail("before", was.reason());
        detail("expected", was.compared().expected());
        detail("actual", was.compared().actual());
    }

    private void now(RecordedCase is) {
        detail("now", is.reason());
        detail("expected", is.compared().expected());
        detail("actual", is.compared().actual());
        detail("again", Objects.requireNonNullElse(is.replay(), ""));
    }

    private void detail(String title, String text) {
        if (!text.isEmpty()) {
            add("          %-9s %s".formatted(title, SafeText.line(text, title.equals("again") ? 2000 : WIDTH)));
        }
    }

    private static String label(Change.Kind kind) {
        return "%-9s ".formatted(kind.worse() ? kind.name() : kind.word());
    }

    private void add(String line) {
        lines.add(line);
    }
}
