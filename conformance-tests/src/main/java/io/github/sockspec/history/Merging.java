package io.github.sockspec.history;

import io.github.sockspec.report.Grades;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.RecordedResults.Fraction;
import io.github.sockspec.report.RecordedResults.Program;
import io.github.sockspec.report.RecordedResults.Run;
import io.github.sockspec.report.Totals;
import io.github.sockspec.spec.Clause;
import io.github.sockspec.verdict.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Results put together: the shards of one run, or runs of different implementations. What comes out is what one run would
 * have recorded, except for its exit status, which a gate decides.
 */
public final class Merging {
    private Merging() {}

    /**
     * One file of those to be put together.
     *
     * @param name what complaints call it
     */
    public record Source(String name, RecordedResults results) {}

    /** Results that don't belong together; the message says in one line which and why. */
    public static final class Unmergeable extends IllegalArgumentException {
        Unmergeable(String message) {
            super(message);
        }
    }

    /**
     * The whole, which has no exit status yet: it says 0.
     *
     * @throws Unmergeable when they are not of one suite, seed and selection, overlap, or when a shard is missing
     */
    public static RecordedResults of(List<Source> sources) {
        Belonging.check(sources);
        RecordedResults first = sources.get(0).results();
        Map<List<String>, List<Run>> byProgram = new LinkedHashMap<>();
        for (Source source : sources) {
            for (Run run : source.results().runs()) {
                byProgram
                        .computeIfAbsent(Belonging.program(run), key -> new ArrayList<>())
                        .add(run);
            }
        }
        return new RecordedResults(
                1,
                first.suite(),
                first.seed(),
                0,
                byProgram.values().stream().map(Merging::joined).toList(),
                options(sources),
                notes(sources),
                sources.stream()
                        .mapToDouble(each -> each.results().millis())
                        .max()
                        .orElse(0),
                started(sources),
                null);
    }

    private static Run joined(List<Run> runs) {
        List<RecordedCase> cases = runs.stream()
                .flatMap(run -> run.cases().stream())
                .sorted(Comparator.comparingInt(Merging::ordinal).thenComparing(RecordedCase::id))
                .toList();
        Map<String, Fraction> grades = new LinkedHashMap<>();
        Grades.ofRecorded(cases)
                .forEach((grade, held) -> grades.put(grade.word(), new Fraction(held.held(), held.of())));
        Map<String, Long> summary = new LinkedHashMap<>();
        for (Map.Entry<Outcome, Long> count :
                Totals.ofRecorded(cases).outcomes().entrySet()) {
            summary.put(count.getKey().word(), count.getValue());
        }
        Program program = runs.stream()
                .map(Run::implementation)
                .filter(each -> each.identity() != null)
                .findFirst()
                .orElse(runs.get(0).implementation());
        return new Run(
                program,
                grades,
                cases,
                summary,
                runs.stream()
                        .map(Run::latency)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                runs.stream().mapToDouble(Run::patience).max().orElse(0),
                trouble(runs));
    }

    private static int ordinal(RecordedCase found) {
        return Clause.position(found.clause());
    }

    private static @Nullable String trouble(List<Run> runs) {
        for (Run run : runs) {
            if (run.trouble() != null) {
                return run.trouble();
            }
        }
        return null;
    }

    private static Map<String, String> options(List<Source> sources) {
        Map<String, String> options = new TreeMap<>();
        for (Source source : sources) {
            Optional.ofNullable(source.results().options()).ifPresent(all -> all.forEach(options::putIfAbsent));
        }
        options.put("shard", "all");
        return options;
    }

    /** What the parts had to say, except what a gate says anew. */
    private static List<String> notes(List<Source> sources) {
        LinkedHashSet<String> notes = new LinkedHashSet<>();
        for (Source source : sources) {
            Optional.ofNullable(source.results().notes()).stream()
                    .flatMap(List::stream)
                    .filter(note -> note.startsWith("suite error"))
                    .forEach(notes::add);
        }
        return List.copyOf(notes);
    }

    private static @Nullable String started(List<Source> sources) {
        return sources.stream()
                .map(each -> each.results().started())
                .filter(Objects::nonNull)
                .min(Comparator.comparing(java.time.Instant::parse))
                .orElse(null);
    }
}
