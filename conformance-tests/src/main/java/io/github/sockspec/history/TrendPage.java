package io.github.sockspec.history;

import io.github.sockspec.report.Templates;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A history as one page: for each program a drawing of its grades over its runs, and its troubled clauses run by run. */
public final class TrendPage {
    private static final int LEFT = 52;
    private static final int ROOM = 570;
    private static final int TOP = 24;
    private static final int BOTTOM = 196;

    /** How many runs the table of clauses has; of more, the latest. */
    private static final int MOST_COLUMNS = 20;

    private TrendPage() {}

    public static String of(Trend trend) {
        return Templates.HTML.render(
                "trend.html",
                new PageOf<>(
                        "sockspec trend",
                        new Shown(
                                trend.results() + (trend.results() == 1 ? " result" : " results"),
                                trend.notes(),
                                trend.courses().stream().map(Drawn::new).toList())));
    }

    /** What the template shows. */
    private record Shown(String results, List<String> notes, List<Drawn> courses) {}

    record Drawn(ProgramHistory course) {
        String description() {
            return course.grades().stream()
                    .map(grade -> grade + " from "
                            + course.standings().get(0).fraction(grade) + " to "
                            + course.last().fraction(grade))
                    .collect(Collectors.joining(", "));
        }

        String firstDay() {
            return day(course.standings().get(0));
        }

        String lastDay() {
            return day(course.last());
        }

        private static String day(GradeStanding standing) {
            return standing.started()
                    .map(each -> each.toString().substring(0, 10))
                    .orElse("");
        }

        List<Line> lines() {
            List<String> grades = course.grades();
            return IntStream.range(0, grades.size())
                    .mapToObj(index -> Line.of(course, grades.get(index), index))
                    .toList();
        }

        List<Failing> failing() {
            return course.failingSince().entrySet().stream()
                    .map(since -> new Failing(
                            String.join(", ", since.getValue()),
                            since.getValue().size() == 1 ? "fails" : "fail",
                            since.getKey()))
                    .toList();
        }

        String mended() {
            return String.join(", ", course.mended());
        }

        private int from() {
            return Math.max(0, course.standings().size() - MOST_COLUMNS);
        }

        List<String> columns() {
            return IntStream.rangeClosed(from() + 1, course.standings().size())
                    .mapToObj(run -> "run " + run)
                    .toList();
        }

        List<Row> rows() {
            List<GradeStanding> shown =
                    course.standings().subList(from(), course.standings().size());
            return course.troubled().stream()
                    .map(clause -> new Row(
                            clause,
                            shown.stream()
                                    .map(standing -> Cell.of(standing, clause))
                                    .toList()))
                    .toList();
        }
    }

    /** Clauses that fail since the same run. */
    private record Failing(String clauses, String verb, String since) {}

    private record Row(String clause, List<Cell> cells) {}

    private record Cell(String verdict, String tone) {
        static Cell of(GradeStanding standing, String clause) {
            return new Cell(
                    standing.clauses().getOrDefault(clause, "–"),
                    standing.fails(clause) ? "bad" : standing.holds(clause) ? "good" : "doubt");
        }
    }

    /** One grade over the runs in which it was judged. */
    record Line(String grade, int index, String last, List<Spot> spots) {
        static Line of(ProgramHistory course, String grade, int index) {
            List<GradeStanding> standings = course.standings();
            return new Line(
                    grade,
                    index,
                    course.last().fraction(grade),
                    IntStream.range(0, standings.size())
                            .boxed()
                            .flatMap(run -> spot(standings.get(run), grade, x(run, standings.size()), index))
                            .toList());
        }

        private static Stream<Spot> spot(GradeStanding standing, String grade, double x, int index) {
            return standing.share(grade).stream()
                    .map(share -> new Spot(
                            coordinate(x),
                            coordinate(y(share, index)),
                            grade + " " + standing.fraction(grade) + ", " + standing.when() + ", " + standing.file()));
        }

        private static double x(int run, int of) {
            return LEFT + (of == 1 ? ROOM / 2.0 : (double) ROOM * run / (of - 1));
        }

        /** Lines that lie on each other are set apart by a hair, so that each can be seen. */
        private static double y(double share, int line) {
            return BOTTOM - share * (BOTTOM - TOP) + 2.5 * line;
        }

        private static String coordinate(double at) {
            return String.format(Locale.ROOT, "%.1f", at);
        }

        String points() {
            return spots.stream().map(spot -> spot.x() + "," + spot.y()).collect(Collectors.joining(" "));
        }

        int labelY() {
            return markY() + 4;
        }

        int markY() {
            return TOP + 18 * index;
        }
    }

    private record Spot(String x, String y, String label) {}
}
