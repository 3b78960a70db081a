package io.github.sockspec.report.web;

import io.github.sockspec.report.Headline;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.SafeText;
import io.github.sockspec.report.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The report as its template shows it.
 *
 * @param shell style, script and policy
 * @param headline the verdict
 * @param tone good, doubtful or bad
 * @param pace how many deliveries, how many of them confirmed, how fast
 * @param notes what a reader must know besides
 * @param made which suite judged, when it comes to telling runs apart
 * @param options every resolved option
 * @param matrices programs against clauses; none where there is one program alone
 * @param programs one for each implementation
 * @param filter what the list of clauses can be narrowed by
 */
record Page(
        PageAssets shell,
        Headline headline,
        String tone,
        String pace,
        List<String> notes,
        List<Named> made,
        List<Named> options,
        List<MatrixView> matrices,
        List<ProgramView> programs,
        Filter filter) {

    static Page of(RecordedResults results, PageContext around) {
        Headline headline = Headline.of(results);
        List<ProgramView> programs = IntStream.range(0, results.runs().size())
                .mapToObj(index -> ProgramView.of("p" + index, results.runs().get(index), around))
                .toList();
        return new Page(
                PageAssets.ofPage(),
                headline,
                headline.shade().name().toLowerCase(Locale.ROOT),
                Totals.of(results.cases()).pace(results.millis()),
                results.notes().stream().map(note -> SafeText.line(note, 600)).toList(),
                made(results),
                results.options().entrySet().stream()
                        .map(option -> new Named(option.getKey(), option.getValue()))
                        .toList(),
                MatrixView.of(programs),
                programs,
                Filter.of(programs));
    }

    private static List<Named> made(RecordedResults results) {
        List<Named> rows = new ArrayList<>();
        rows.add(new Named(
                "Suite", results.suite().name() + " " + results.suite().version()));
        rows.add(new Named("Seed", String.valueOf(results.seed())));
        if (results.started() != null) {
            rows.add(new Named("Started", results.started().replaceAll("\\.\\d+Z$", "Z")));
        }
        if (results.shard() != null) {
            rows.add(new Named("Shard", results.shard()));
        }
        rows.add(new Named("Exit status", String.valueOf(results.exit())));
        return rows;
    }

    /** All that went wrong, the MUSTs first: what a reader looks for. */
    List<Finding> findings() {
        return programs.stream()
                .flatMap(program -> program.clauses().stream()
                        .filter(clause -> clause.mark().word().equals("fail"))
                        .map(clause -> new Finding(clause, single() ? "" : program.name())))
                .toList();
    }

    /** A clause that doesn't hold, with the program's name where there are several. */
    record Finding(ClauseView clause, String program) {}

    boolean broken() {
        return !findings().isEmpty();
    }

    boolean chosen() {
        return !options.isEmpty();
    }

    boolean single() {
        return programs.size() == 1;
    }

    List<Mark> legend() {
        return Mark.all();
    }
}
