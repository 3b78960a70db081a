package io.github.sockspec.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A history as one page: for each program a drawing of its grades over its runs, and its troubled clauses run by run. */
public final class TrendPage {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 220;
    private static final int LEFT = 44;
    private static final int RIGHT = 130;
    private static final int EDGE = 24;

    /** How many runs the table of clauses has; of more, the latest. */
    private static final int MOST_COLUMNS = 20;

    private final Markup page;

    private TrendPage(Markup page) {
        this.page = page;
    }

    public static String of(Trend trend) {
        return Markup.page("sockspec trend", page -> new TrendPage(page).all(trend));
    }

    private void all(Trend trend) {
        page.element("h1", "How it went: " + trend.results() + (trend.results() == 1 ? " result" : " results"));
        trend.notes().forEach(note -> page.element("p class=doubt", note));
        trend.courses().forEach(this::course);
    }

    private void course(Course course) {
        page.element("h2", course.title());
        page.within("svg role=img", () -> drawing(course));
        course.failingSince()
                .forEach((since, clauses) -> page.within("p", () -> {
                    page.element("strong class=bad", String.join(", ", clauses));
                    page.element("span", (clauses.size() == 1 ? " fails " : " fail ") + since + ".");
                }));
        if (!course.mended().isEmpty()) {
            page.element("p class=good", "Mended: " + String.join(", ", course.mended()) + ".");
        }
        if (!course.troubled().isEmpty()) {
            page.within("table", () -> clauses(course));
        }
    }

    private void drawing(Course course) {
        page.attribute("viewBox", "0 0 " + WIDTH + " " + HEIGHT);
        page.element("title", "The part of each grade's clauses that hold, run by run");
        List<String> grades = course.grades();
        page.element("desc", description(course));
        page.empty("line class=axis x1=%d y1=%d x2=%d y2=%d".formatted(LEFT, EDGE, LEFT, HEIGHT - EDGE));
        page.empty(
                "line class=axis x1=%d y1=%d x2=%d y2=%d".formatted(LEFT, HEIGHT - EDGE, WIDTH - RIGHT, HEIGHT - EDGE));
        page.element("text x=4 y=" + (EDGE + 4), "100 %");
        page.element("text x=16 y=" + (HEIGHT - EDGE + 4), "0 %");
        page.element(
                "text x=%d y=%d".formatted(LEFT, HEIGHT - 4),
                day(course.standings().get(0)));
        page.element("text text-anchor=end x=%d y=%d".formatted(WIDTH - RIGHT, HEIGHT - 4), day(course.last()));
        for (int index = 0; index < grades.size(); index++) {
            line(course, grades.get(index), index);
        }
    }

    private static String description(Course course) {
        List<String> parts = new ArrayList<>();
        for (String grade : course.grades()) {
            parts.add(grade + " from " + TrendText.fraction(course.standings().get(0), grade) + " to "
                    + TrendText.fraction(course.last(), grade));
        }
        return String.join(", ", parts);
    }

    private static String day(Standing standing) {
        return standing.started().map(each -> each.toString().substring(0, 10)).orElse("");
    }

    private void line(Course course, String grade, int index) {
        StringBuilder points = new StringBuilder();
        List<Standing> standings = course.standings();
        for (int run = 0; run < standings.size(); run++) {
            Optional<Double> share = standings.get(run).share(grade);
            if (share.isPresent()) {
                points.append(coordinate(x(run, standings.size())))
                        .append(',')
                        .append(coordinate(y(share.get(), index)))
                        .append(' ');
            }
        }
        page.within(
                "polyline class=g" + index,
                () -> page.attribute("points", points.toString().strip()));
        for (int run = 0; run < standings.size(); run++) {
            point(standings.get(run), grade, new Spot(run, standings.size(), index));
        }
        page.element(
                "text class=label x=%d y=%d".formatted(WIDTH - RIGHT + 24, EDGE + 4 + 18 * index),
                grade + " " + TrendText.fraction(course.last(), grade));
        page.empty("circle class=g%d r=4 cx=%d cy=%d".formatted(index, WIDTH - RIGHT + 14, EDGE + 18 * index));
    }

    private record Spot(int run, int of, int line) {}

    private void point(Standing standing, String grade, Spot spot) {
        standing.share(grade)
                .ifPresent(share -> page.within(
                        "circle class=g%d r=3 cx=%s cy=%s"
                                .formatted(
                                        spot.line(),
                                        coordinate(x(spot.run(), spot.of())),
                                        coordinate(y(share, spot.line()))),
                        () -> page.element(
                                "title",
                                grade + " " + TrendText.fraction(standing, grade) + ", " + standing.when() + ", "
                                        + standing.file())));
    }

    private static double x(int run, int of) {
        double room = WIDTH - RIGHT - LEFT - 16.0;
        return LEFT + 8 + (of == 1 ? room / 2 : room * run / (of - 1));
    }

    /** Lines that lie on each other are set apart by a hair, so that each can be seen. */
    private static double y(double share, int line) {
        return HEIGHT - EDGE - share * (HEIGHT - 2.0 * EDGE) + 2.5 * line;
    }

    private static String coordinate(double at) {
        return String.format(Locale.ROOT, "%.1f", at);
    }

    private void clauses(Course course) {
        int size = course.standings().size();
        int from = Math.max(0, size - MOST_COLUMNS);
        List<String> head = new ArrayList<>(List.of("clause"));
        for (int run = from; run < size; run++) {
            head.add("run " + (run + 1));
        }
        page.row("th scope=col", head);
        for (String clause : course.troubled()) {
            page.within("tr", () -> {
                page.element("th scope=row", clause);
                course.standings().subList(from, size).forEach(standing -> verdict(standing, clause));
            });
        }
    }

    private void verdict(Standing standing, String clause) {
        String verdict = standing.clauses().getOrDefault(clause, "–");
        String shade = standing.fails(clause) ? "bad" : standing.holds(clause) ? "good" : "doubt";
        page.element("td class=" + shade, verdict);
    }
}
