package io.github.sockspec.report;

import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.verdict.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verdict of a run in one line.
 *
 * @param word in capitals, for example {@code HOLDS}
 * @param rest what stands behind it
 * @param shade how it is painted
 */
public record Headline(String word, String rest, Colour.Shade shade) {
    /** How many clauses are named before the rest is counted. */
    private static final int MOST_NAMED = 8;

    /** The verdict of what was recorded, as its exit status has it. */
    public static Headline of(RecordedResults results) {
        return switch (ExitStatus.of(results.exit()).orElse(ExitStatus.TROUBLE)) {
            case HOLDS -> new Headline("HOLDS", held(results), Colour.Shade.GOOD);
            case BROKEN -> new Headline("BROKEN", "a MUST does not hold: " + named(results, Outcome.FAIL), bad());
            case USAGE -> new Headline("WRONG USAGE", first(results.notes()), bad());
            case REGRESSION -> new Headline("WORSE", first(results.notes()), bad());
            case INCONCLUSIVE ->
                new Headline(
                        "INCONCLUSIVE",
                        "not shown either way: " + named(results, Outcome.INCONCLUSIVE),
                        Colour.Shade.DOUBTFUL);
            case TROUBLE -> new Headline("TROUBLE", trouble(results), bad());
            case NOTHING_RAN -> new Headline("NOTHING RAN", "no case was carried out", bad());
        };
    }

    private static Colour.Shade bad() {
        return Colour.Shade.BAD;
    }

    private static String held(RecordedResults results) {
        Totals totals = Totals.of(results.cases());
        long clauses = clauses(results, Outcome.PASS).count();
        String should = totals.of(Outcome.WARN) == 0 ? "" : "; a SHOULD does not: " + named(results, Outcome.WARN);
        String excused = totals.of(Outcome.FAIL) == 0 ? "" : "; known and excused: " + named(results, Outcome.FAIL);
        String doubt = totals.deliveries() > 0 && totals.confirmed() > 0 ? "" : "; beware: " + totals.evidence();
        return count(clauses, "clause") + " in " + count(totals.cases(), "case") + excused + should + doubt;
    }

    private static String trouble(RecordedResults results) {
        return results.runs().stream()
                .filter(run -> run.trouble() != null)
                .map(run -> SafeText.line(run.implementation().name() + ": " + run.trouble(), 300))
                .findFirst()
                .orElseGet(() -> first(results.notes()));
    }

    private static String named(RecordedResults results, Outcome outcome) {
        List<String> ids = clauses(results, outcome).limit(MOST_NAMED + 1L).toList();
        String all = ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return ids.size() > MOST_NAMED ? all + ", …" : all;
    }

    /** The clauses with a case that ended so, in the order of PROTOCOL.md; those it doesn't have come last. */
    private static Stream<String> clauses(RecordedResults results, Outcome outcome) {
        return results.cases().stream()
                .filter(each -> each.is(outcome))
                .map(RecordedCase::clause)
                .distinct()
                .sorted(ClauseOrder.BY_ID)
                .map(SafeText::line);
    }

    private static String first(List<String> notes) {
        return notes.isEmpty() ? "see above" : SafeText.line(notes.get(0), 300);
    }

    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
