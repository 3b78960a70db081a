package io.github.sockspec.report;

import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * {@code junit.xml}, made from what {@code results.json} keeps, so that merged results have one too: a test case for each
 * case of each implementation. What a program sent can't break it: it is escaped, and what XML can't hold is shown as an
 * escape.
 */
public final class JUnitXml {
    private static final int MOST_CHARACTERS = 2000;

    private JUnitXml() {}

    /** Writes {@code results} to {@code file}, whole or not at all. */
    public static void write(RecordedResults results, Path file) {
        ReportFile.write(file, of(results));
    }

    static String of(RecordedResults results) {
        Totals totals = Totals.of(results.cases());
        return Templates.HTML.render(
                "junit.xml",
                new Suite(
                        results.cases().size(),
                        totals.of(Outcome.NOT_APPLICABLE),
                        totals.of(Outcome.FAIL) + totals.of(Outcome.INCONCLUSIVE),
                        seconds(results.millis()),
                        Objects.requireNonNullElse(results.started(), "").replaceAll("(\\.\\d+)?Z$", ""),
                        results.runs().stream()
                                .flatMap(run -> run.cases().stream()
                                        .map(each ->
                                                new Entry(run.implementation().name(), each)))
                                .toList()));
    }

    private static String seconds(double millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000);
    }

    /** What the template shows. */
    private record Suite(int tests, long skipped, long failures, String time, String timestamp, List<Entry> cases) {}

    /** One case of one implementation; what stands in an attribute is one line. */
    record Entry(String implementation, RecordedCase of) {
        String name() {
            return SafeText.line(of.id());
        }

        String program() {
            return SafeText.line(implementation);
        }

        String time() {
            return seconds(of.millis());
        }

        boolean failed() {
            return of.is(Outcome.FAIL) || of.is(Outcome.INCONCLUSIVE);
        }

        boolean skipped() {
            return of.is(Outcome.NOT_APPLICABLE);
        }

        boolean warned() {
            return of.is(Outcome.WARN);
        }

        String message() {
            return SafeText.line(of.reason());
        }

        String expected() {
            return SafeText.line(of.compared().expected(), MOST_CHARACTERS);
        }

        String actual() {
            return SafeText.line(of.compared().actual(), MOST_CHARACTERS);
        }

        String again() {
            return Objects.requireNonNullElse(of.replay(), "-");
        }
    }
}
