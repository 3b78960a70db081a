package io.github.sockspec.history;

import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.RecordedResults.Program;
import io.github.sockspec.report.RecordedResults.Run;
import io.github.sockspec.run.Place;
import io.github.sockspec.run.Shard;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether results belong together. */
final class ResultsMatch {
    /** What must have been asked alike. */
    private static final List<String> OPTIONS = List.of("samples", "only", "skip", "grade");

    private ResultsMatch() {}

    /** Sees that {@code sources} can be put together, or says in one line why not. */
    static void check(List<MergeSource> sources) {
        sources.forEach(source -> alike(sources.get(0), source));
        Map<List<Program.Key>, Map<Integer, MergeSource>> shards = new LinkedHashMap<>();
        for (MergeSource source : sources) {
            Shard shard = shard(source);
            if (!shard.whole()) {
                Map<Integer, MergeSource> others =
                        shards.computeIfAbsent(programs(source), key -> new LinkedHashMap<>());
                others.values().forEach(other -> sameDivision(other, source));
                MergeSource twin = others.put(shard.index(), source);
                if (twin != null) {
                    throw new Unmergeable(
                            "shard " + shard + " is given twice: " + twin.name() + " and " + source.name());
                }
            }
        }
        shards.values().forEach(ResultsMatch::complete);
        overlapping(sources);
    }

    private static void alike(MergeSource one, MergeSource other) {
        RecordedResults first = one.results();
        RecordedResults second = other.results();
        same(
                "the suite's version",
                List.of(one, other),
                first.suite().version(),
                second.suite().version());
        same("the seed", List.of(one, other), String.valueOf(first.seed()), String.valueOf(second.seed()));
        for (String option : OPTIONS) {
            same(
                    "--" + option,
                    List.of(one, other),
                    Difference.option(first, option),
                    Difference.option(second, option));
        }
    }

    private static void same(String what, List<MergeSource> of, @Nullable String one, @Nullable String other) {
        if (!Objects.equals(one, other)) {
            throw new Unmergeable("they don't belong together: " + what + " is " + one + " in "
                    + of.get(0).name() + " and " + other + " in " + of.get(1).name());
        }
    }

    private static Shard shard(MergeSource source) {
        String written = source.results().shard();
        try {
            return written == null ? Shard.WHOLE : Shard.of(written);
        } catch (IllegalArgumentException wrong) {
            throw new Unmergeable(source.name() + ": " + wrong.getMessage());
        }
    }

    private static void sameDivision(MergeSource one, MergeSource other) {
        if (shard(one).of() != shard(other).of()) {
            throw new Unmergeable("they are parts of different divisions: " + one.name() + " is shard " + shard(one)
                    + " and " + other.name() + " is shard " + shard(other));
        }
    }

    private static void complete(Map<Integer, MergeSource> shards) {
        MergeSource any = shards.values().iterator().next();
        int of = shard(any).of();
        List<String> missing = IntStream.rangeClosed(1, of)
                .filter(index -> !shards.containsKey(index))
                .mapToObj(index -> index + "/" + of)
                .toList();
        if (!missing.isEmpty()) {
            throw new Unmergeable((missing.size() == 1 ? "shard " : "shards ")
                    + String.join(", ", missing.subList(0, Math.min(10, missing.size())))
                    + (missing.size() > 10 ? ", …" : "") + (missing.size() == 1 ? " is" : " are")
                    + " missing, of which "
                    + any.name() + " is another");
        }
        shards.values().forEach(ResultsMatch::itsOwnCases);
    }

    private static void itsOwnCases(MergeSource source) {
        Shard shard = shard(source);
        for (Run run : source.results().runs()) {
            for (RecordedCase each : run.cases()) {
                Place place = new Place(run.implementation().name(), each.id());
                if (!shard.takes(place)) {
                    throw new Unmergeable(source.name() + " is shard " + shard + ", to which " + place
                            + " does not belong: another suite divided it");
                }
            }
        }
    }

    private static void overlapping(List<MergeSource> sources) {
        Map<Program.Key, MergeSource> seen = new HashMap<>();
        for (MergeSource source : sources) {
            for (Run run : source.results().runs()) {
                MergeSource other = seen.putIfAbsent(run.implementation().key(), source);
                if (other != null && (shard(other).whole() || shard(source).whole())) {
                    throw new Unmergeable(
                            run.implementation().name() + " is in both " + other.name() + " and " + source.name());
                }
                dialects(run, source, other == null ? source : other);
            }
        }
    }

    private static void dialects(Run run, MergeSource source, MergeSource other) {
        other.results().runs().stream()
                .filter(each ->
                        each.implementation().key().equals(run.implementation().key()))
                .forEach(each -> same(
                        "the dialect of " + run.implementation().name(),
                        List.of(other, source),
                        each.implementation().dialect(),
                        run.implementation().dialect()));
    }

    private static List<Program.Key> programs(MergeSource source) {
        return source.results().runs().stream()
                .map(run -> run.implementation().key())
                .toList();
    }
}
