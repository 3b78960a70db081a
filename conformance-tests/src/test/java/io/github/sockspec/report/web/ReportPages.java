package io.github.sockspec.report.web;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedFact;
import io.github.sockspec.report.RecordedResults;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Pages to look at. */
final class ReportPages {
    private static final RecordedFact[] CUT = {
        Recorded.fact(0.1, "connected", null),
        Recorded.bytes(0.2, "sent", 0, "c"),
        Recorded.taken(0.4, 1, "confirmed"),
        Recorded.bytes(0.5, "received", 0, "fail"),
        Recorded.bytes(0.6, "sent", 1, "hen|123\n"),
        Recorded.fact(2000.6, "quiet", "for 2.0 s"),
        Recorded.fact(2000.7, "ended", "half-close")
    };

    private ReportPages() {}

    /** One program: 3 cases fail, one warns, one is undecided, one passes. */
    static Path single(Path directory) {
        return written(Recorded.results(mixed("one-recv-login")), directory);
    }

    /** Two programs of one side, of which the second holds everything. */
    static Path several(Path directory) {
        RecordedResults.Run right =
                Recorded.run("right", seen("LOGIN-1", "pass"), seen("LOGIN-3", "pass"), seen("LOGIN-4", "pass"));
        return written(Recorded.results(mixed("one-recv-login"), right), directory);
    }

    /** Forty programs with fifty cases each; one case in ten fails. */
    static Path large(Path directory) {
        List<String> clauses = Clause.all().stream()
                .map(Clause::id)
                .filter(id -> id.startsWith("LOGIN-"))
                .toList();
        RecordedResults.Run[] runs = IntStream.range(0, 40)
                .mapToObj(program -> Recorded.run(
                        "program-" + program,
                        IntStream.range(0, 50)
                                .mapToObj(each ->
                                        seen(clauses.get(each % clauses.size()), each % 10 == 0 ? "fail" : "pass"))
                                .toArray(RecordedCase[]::new)))
                .toArray(RecordedResults.Run[]::new);
        return written(Recorded.results(runs), directory);
    }

    private static RecordedResults.Run mixed(String name) {
        return Recorded.run(
                name,
                seen("LOGIN-1", "pass"),
                seen("LOGIN-3", "fail"),
                seen("LOGIN-3", "fail"),
                seen("LOGIN-4", "fail"),
                seen("LOGIN-8", "warn"),
                seen("LOGIN-11", "inconclusive"));
    }

    private static RecordedCase seen(String clause, String verdict) {
        Recorded.Case each = new Recorded.Case(clause, verdict);
        return verdict.equals("fail") ? each.seen(CUT) : each.passing();
    }

    private static Path written(RecordedResults results, Path directory) {
        Path file = directory.resolve("index.html");
        HtmlReport.write(results, file);
        return file;
    }
}
