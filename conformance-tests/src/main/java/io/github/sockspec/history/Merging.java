package io.github.sockspec.history;

import io.github.sockspec.report.ClauseOrder;
import io.github.sockspec.report.Grades;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.RecordedResults.Program;
import io.github.sockspec.report.RecordedResults.Run;
import io.github.sockspec.report.Totals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Results put together: the shards of one run, or runs of different implementations. What comes out is what one run would
 * have recorded, except for its exit status, which a gate decides.
 */
public final class Merging {
    private Merging() {}

    /**
     * The whole, which has no exit status yet: it says 0.
     *
     * @throws Unmergeable when they are not of one suite, seed and selection, overlap, or when a shard is missing
     */
    public static RecordedResults of(List<MergeSource> sources) {
        ResultsMatch.check(sources);
        RecordedResults first = sources.get(0).results();
        Map<Program.Key, List<Run>> byProgram = new LinkedHashMap<>();
        for (MergeSource source : sources) {
            for (Run run : source.results().runs()) {
                byProgram
                        .computeIfAbsent(run.implementation().key(), key -> new ArrayList<>())
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
                .sorted(Comparator.comparing(RecordedCase::clause, ClauseOrder.BY_ID)
                        .thenComparing(RecordedCase::id))
                .toList();
        Program program = runs.stream()
                .map(Run::implementation)
                .filter(each -> each.identity() != null)
                .findFirst()
                .orElse(runs.get(0).implementation());
        return new Run(
                program,
                Grades.fractions(cases),
                cases,
                Totals.of(cases).summary(),
                runs.stream()
                        .map(Run::latency)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                runs.stream().mapToDouble(Run::patience).max().orElse(0),
                runs.stream()
                        .map(Run::learned)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                runs.stream()
                        .map(Run::trouble)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    private static Map<String, String> options(List<MergeSource> sources) {
        Map<String, String> options = new TreeMap<>();
        for (MergeSource source : sources) {
            source.results().options().forEach(options::putIfAbsent);
        }
        options.put("shard", "all");
        return options;
    }

    /** What the parts had to say, except what a gate says anew. */
    private static List<String> notes(List<MergeSource> sources) {
        LinkedHashSet<String> notes = new LinkedHashSet<>();
        for (MergeSource source : sources) {
            source.results().notes().stream()
                    .filter(note -> note.startsWith("suite error"))
                    .forEach(notes::add);
        }
        return List.copyOf(notes);
    }

    private static @Nullable String started(List<MergeSource> sources) {
        return sources.stream()
                .map(each -> each.results().started())
                .filter(Objects::nonNull)
                .min(Comparator.comparing(Instant::parse))
                .orElse(null);
    }
}
