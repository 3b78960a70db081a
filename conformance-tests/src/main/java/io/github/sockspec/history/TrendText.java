package io.github.sockspec.history;

import io.github.sockspec.report.Harmless;
import io.github.sockspec.report.Paint;
import io.github.sockspec.report.Paint.Shade;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A history for a person at a terminal: a bar for each run and grade, and since when each clause fails. */
public final class TrendText {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    /** How many runs are drawn; of more, the latest. */
    private static final int MOST_RUNS = 60;

    private TrendText() {}

    public static List<String> of(Trend trend, Paint paint) {
        List<String> lines = new ArrayList<>();
        for (Course course : trend.courses()) {
            lines.add(paint.on(Shade.STRONG, Harmless.line(course.title(), 100)));
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
                            + Harmless.line(String.join(", ", clauses) + ": " + since, 400)));
            if (!course.mended().isEmpty()) {
                lines.add("  " + paint.on(Shade.GOOD, "mended") + "         "
                        + Harmless.line(String.join(", ", course.mended()), 200));
            }
            lines.add("");
        }
        trend.notes().forEach(note -> lines.add("note  " + Harmless.line(note, 300)));
        return lines;
    }

    private static String bars(Course course, String grade) {
        List<Standing> shown = course.standings()
                .subList(
                        Math.max(0, course.standings().size() - MOST_RUNS),
                        course.standings().size());
        return shown.stream()
                .map(each -> each.share(grade)
                        .map(share -> BARS.substring((int) (share * 7), (int) (share * 7) + 1))
                        .orElse("·"))
                .collect(Collectors.joining());
    }

    private static String ends(Course course, String grade) {
        String first = course.standings().get(0).fraction(grade);
        String last = course.last().fraction(grade);
        return first.equals(last) ? last : first + " → " + last;
    }
}
