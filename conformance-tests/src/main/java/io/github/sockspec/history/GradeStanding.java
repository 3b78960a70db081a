package io.github.sockspec.history;

import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.RecordedResults.Fraction;
import io.github.sockspec.report.RecordedResults.Run;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far one program got in one run.
 *
 * @param file where that was recorded
 * @param started when the run began; empty where that was not recorded
 * @param suite the suite's version
 * @param grades by the grade's word
 * @param clauses each clause that was judged with its worst verdict
 * @param files what the program was made of, as far as known
 */
public record GradeStanding(
        String file,
        Optional<Instant> started,
        String suite,
        Map<String, Fraction> grades,
        Map<String, String> clauses,
        Map<String, String> files) {
    private static final List<String> WORST_FIRST = List.of("fail", "warn", "inconclusive", "pass");

    /**
     * How far the program of {@code run} got.
     *
     * @param file the name of {@code results} below the directory
     */
    static GradeStanding of(String file, RecordedResults results, Run run) {
        Map<String, String> clauses = new TreeMap<>();
        for (RecordedCase each : run.cases()) {
            if (WORST_FIRST.contains(each.verdict())) {
                clauses.merge(each.clause(), each.verdict(), GradeStanding::worse);
            }
        }
        return new GradeStanding(
                file,
                time(results.started()),
                results.suite().version(),
                run.grades(),
                clauses,
                Objects.requireNonNullElse(run.implementation().files(), Map.of()));
    }

    private static Optional<Instant> time(@Nullable String started) {
        try {
            return Optional.ofNullable(started).map(Instant::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String worse(String one, String other) {
        return WORST_FIRST.indexOf(one) <= WORST_FIRST.indexOf(other) ? one : other;
    }

    /** When it was, for a person. */
    public String when() {
        return started.map(each -> each.truncatedTo(ChronoUnit.SECONDS).toString())
                .orElse("at a time not recorded");
    }

    boolean fails(String clause) {
        return List.of("fail", "warn").contains(clauses.getOrDefault(clause, ""));
    }

    boolean holds(String clause) {
        return "pass".equals(clauses.get(clause));
    }

    /** For example {@code 3/4}, or {@code none}. */
    String fraction(String grade) {
        return Optional.ofNullable(grades.get(grade)).map(Fraction::text).orElse("none");
    }

    /** The part of a grade's clauses that hold; empty where it was not judged. */
    Optional<Double> share(String grade) {
        return Optional.ofNullable(grades.get(grade))
                .filter(fraction -> fraction.of() > 0)
                .map(fraction -> fraction.held() / (double) fraction.of());
    }
}
