package io.github.sockspec.report;

import io.github.sockspec.report.Colour.Shade;
import io.github.sockspec.verdict.Outcome;
import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The results of a run for a person at a terminal: the findings, how far each program gets, and the verdict in the last
 * line. Nothing that came from a program reaches the terminal raw.
 */
public final class Console {
    private static final Set<Outcome> SHOWN = EnumSet.of(Outcome.FAIL, Outcome.WARN, Outcome.INCONCLUSIVE);

    /** How many findings are shown in full for one implementation; the rest are named only. */
    private static final int MOST_FINDINGS = 40;

    private final PrintStream out;
    private final Colour paint;

    public Console(PrintStream out, Colour paint) {
        this.out = out;
        this.paint = paint;
    }

    /** Prints everything. */
    public void print(RecordedResults results) {
        results.runs().forEach(this::findings);
        results.runs().forEach(run -> {
            RunText.of(run, paint).forEach(out::println);
            out.println();
        });
        out.println("options   " + options(results));
        out.println("carried   " + Totals.of(results.cases()).pace(results.millis()));
        results.notes().forEach(note -> out.println("note      " + paint.on(Shade.DOUBTFUL, SafeText.line(note, 400))));
        verdict(results);
    }

    /** Prints the verdict's line only. */
    public void verdict(RecordedResults results) {
        Headline headline = Headline.of(results);
        out.println(paint.on(headline.shade(), headline.word()) + "  " + headline.rest());
    }

    private void findings(RecordedResults.Run run) {
        int shown = 0;
        for (RecordedCase found : run.cases()) {
            Outcome outcome =
                    Outcome.of(found.verdict()).filter(SHOWN::contains).orElse(null);
            if (outcome == null) {
                continue;
            }
            if (shown++ < MOST_FINDINGS) {
                FailureText.of(found, outcome, paint).forEach(out::println);
                out.println();
            } else {
                out.println(FailureText.label(outcome) + found.id());
            }
        }
        if (shown > MOST_FINDINGS) {
            out.println();
        }
    }

    private static String options(RecordedResults results) {
        return new TreeMap<>(results.options())
                .entrySet().stream()
                        .map(option -> SafeText.line(option.getKey() + "=" + option.getValue(), 200))
                        .collect(Collectors.joining("  "));
    }
}
