package io.github.sockspec.report;

import io.github.sockspec.run.Results;
import io.github.sockspec.run.RunResult;
import io.github.sockspec.spec.Clause;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verdict of a run in one line.
 *
 * @param word in capitals, for example {@code HOLDS}
 * @param rest what stands behind it
 * @param shade how it is painted
 */
public record Headline(String word, String rest, Paint.Shade shade) {
    /** How many clauses are named before the rest is counted. */
    private static final int MOST_NAMED = 8;

    /** The verdict of {@code results}, as their exit status has it. */
    public static Headline of(Results results) {
        return switch (results.exit()) {
            case HOLDS -> new Headline("HOLDS", held(results), Paint.Shade.GOOD);
            case BROKEN -> new Headline("BROKEN", broken(results), Paint.Shade.BAD);
            case USAGE -> new Headline("WRONG USAGE", first(results.notes()), Paint.Shade.BAD);
            case REGRESSION -> new Headline("WORSE", first(results.notes()), Paint.Shade.BAD);
            case INCONCLUSIVE -> new Headline("INCONCLUSIVE", undecided(results), Paint.Shade.DOUBTFUL);
            case TROUBLE -> new Headline("TROUBLE", trouble(results), Paint.Shade.BAD);
            case NOTHING_RAN -> new Headline("NOTHING RAN", "no case was carried out", Paint.Shade.BAD);
        };
    }

    private static String held(Results results) {
        Totals totals = Totals.of(results);
        long clauses = clauses(results, EnumSet.of(Outcome.PASS)).count();
        long warned = totals.outcomes().getOrDefault(Outcome.WARN, 0L);
        String should = warned == 0 ? "" : "; a SHOULD does not: " + named(results, EnumSet.of(Outcome.WARN));
        String doubt = totals.deliveries() > 0 && totals.confirmed() > 0 ? "" : "; beware: " + totals.evidence();
        return count(clauses, "clause") + " in " + count(totals.cases(), "case") + should + doubt;
    }

    private static String broken(Results results) {
        return "a MUST does not hold: " + named(results, EnumSet.of(Outcome.FAIL));
    }

    private static String undecided(Results results) {
        return "not shown either way: " + named(results, EnumSet.of(Outcome.INCONCLUSIVE));
    }

    private static String trouble(Results results) {
        return results.runs().stream()
                .flatMap(run -> run.trouble().stream()
                        .map(why -> Harmless.line(run.implementation().name() + ": " + why, 300)))
                .findFirst()
                .orElseGet(() -> first(results.notes()));
    }

    private static String named(Results results, Set<Outcome> outcomes) {
        List<String> ids = clauses(results, outcomes)
                .map(Clause::id)
                .limit(MOST_NAMED + 1L)
                .toList();
        String all = ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return ids.size() > MOST_NAMED ? all + ", …" : all;
    }

    private static Stream<Clause> clauses(Results results, Set<Outcome> outcomes) {
        return results.runs().stream()
                .map(RunResult::cases)
                .flatMap(List::stream)
                .filter(each -> outcomes.contains(each.outcome()))
                .map(CaseResult::clause)
                .distinct()
                .sorted();
    }

    private static String first(List<String> notes) {
        return notes.isEmpty() ? "see above" : Harmless.line(notes.get(0), 300);
    }

    static String count(long number, String noun) {
        return String.format(java.util.Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
