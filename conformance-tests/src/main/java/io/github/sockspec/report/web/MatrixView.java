package io.github.sockspec.report.web;

import io.github.sockspec.report.ClauseOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Programs that take the same side of the same protocol, against its clauses.
 *
 * @param title for example {@code login server}
 * @param columns the clauses that any of them was judged by
 * @param rows the programs
 */
record MatrixView(String title, List<Column> columns, List<Row> rows) {
    /** A clause, with its number alone to stand above a narrow column. */
    record Column(String id, String number, String sentence, String level, String grade) {}

    /** A program. */
    record Row(ProgramView program, List<Cell> cells) {}

    /** What became of one clause in one program; {@code href} is empty where it wasn't judged. */
    record Cell(Mark mark, String href, String label) {}

    /** One matrix for each side of a protocol; none where there is one program alone. */
    static List<MatrixView> of(List<ProgramView> programs) {
        if (programs.size() < 2) {
            return List.of();
        }
        Map<String, List<ProgramView>> sides = new LinkedHashMap<>();
        programs.forEach(program ->
                sides.computeIfAbsent(program.side(), side -> new ArrayList<>()).add(program));
        return sides.entrySet().stream()
                .map(side -> of(side.getKey(), side.getValue()))
                .toList();
    }

    private static MatrixView of(String title, List<ProgramView> programs) {
        Map<String, ClauseView> clauses = new TreeMap<>(ClauseOrder.BY_ID);
        programs.forEach(program -> program.clauses().forEach(clause -> clauses.putIfAbsent(clause.id(), clause)));
        List<Column> columns = clauses.values().stream().map(MatrixView::column).toList();
        return new MatrixView(
                title,
                columns,
                programs.stream()
                        .map(program -> new Row(
                                program,
                                columns.stream()
                                        .map(column -> cell(program, column))
                                        .toList()))
                        .toList());
    }

    private static Column column(ClauseView clause) {
        return new Column(
                clause.id(),
                clause.id().substring(clause.id().indexOf('-') + 1),
                clause.sentence(),
                clause.level(),
                clause.grade());
    }

    private static Cell cell(ProgramView program, Column column) {
        return program.clauses().stream()
                .filter(clause -> clause.id().equals(column.id()))
                .findFirst()
                .map(clause -> new Cell(
                        clause.mark(),
                        "#" + clause.anchor(),
                        program.name() + ", " + clause.id() + ": " + clause.counts()))
                .orElseGet(() -> new Cell(Mark.NONE, "", "not judged"));
    }
}
