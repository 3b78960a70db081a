package io.github.sockspec.history;

import io.github.sockspec.report.Colour;
import io.github.sockspec.report.Colour.Shade;
import io.github.sockspec.report.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A history for a person at a terminal: a bar for each run and grade, and since when each clause fails. */
public final class TrendText {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    /** How many runs are drawn; of more, the latest. */
    private static final int MOST_RUNS = 60;

    private TrendText() {}

    public static List<String> of(Trend trend, Colour paint) {
        List<String> lines = new ArrayList<>();
        for (ProgramHistory course : trend.courses()) {
            lines.add(paint.on(Shade.STRONG, SafeText.line(course.title(), 100)));
            lines.add("  %d %s, %s to %s"
                    .formatted(
                            course.standings().size(),
                            course.standings().size() == 1 ? "run" : "runs",
                            course.standings().get(0).when(),
                            course.last().when()));
            course.grades()
                    .forEach(grade ->
                            lines.add("  %-14s %s  %s".formatted(grade, bars(course, grade), ends(course, grade))));
            course.failingSince()
                    .forEach((since, clauses) -> lines.add("  " + paint.on(Shade.BAD, "fails") + "          "
                            + SafeText.line(String.join(", ", clauses) + ": " + since, 400)));
            if (!course.mended().isEmpty()) {
                lines.add("  " + paint.on(Shade.GOOD, "mended") + "         "
                        + SafeText.line(String.join(", ", course.mended()), 200));
            }
            lines.add("");
        }
        trend.notes().forEach(note -> lines.add("note  " + SafeText.line(note, 300)));
        return lines;
    }

    private static String bars(ProgramHistory course, String grade) {
        List<GradeStanding> shown = course.standings()
                .subList(
                        Math.max(0, course.standings().size() - MOST_RUNS),
                        course.standings().size());
        return shown.stream()
                .map(each -> each.share(grade)
                        .map(share -> BARS.substring((int) (share * 7), (int) (share * 7) + 1))
                        .orElse("·"))
                .collect(Collectors.joining());
    }

    private static String ends(ProgramHistory course, String grade) {
        String first = course.standings().get(0).fraction(grade);
        String last = course.last().fraction(grade);
        return first.equals(last) ? last : first + " → " + last;
    }
}
