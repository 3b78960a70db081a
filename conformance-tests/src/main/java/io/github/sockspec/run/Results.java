package io.github.sockspec.run;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run of the suite: what {@code results.json} holds.
 *
 * @param version the suite's own
 * @param seed what samples were drawn with
 * @param options every resolved option, by name
 * @param exit the exit status
 * @param runs one for each implementation
 * @param took wall time
 * @param notes what a reader must know besides: known failures that passed, patterns that matched nothing
 * @param started when it began; empty where that isn't known
 * @param shard which part of a divided run this is
 */
public record Results(
        String version,
        long seed,
        Map<String, String> options,
        ExitStatus exit,
        List<RunResult> runs,
        Duration took,
        List<String> notes,
        Optional<Instant> started,
        Shard shard) {
    public Results {
        runs = List.copyOf(runs);
        notes = List.copyOf(notes);
    }

    /** The same with more options. */
    public Results with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(options);
        all.putAll(more);
        return new Results(version, seed, all, exit, runs, took, notes, started, shard);
    }

    /** The same, gated anew. */
    public Results with(Gate.Passage passage) {
        return new Results(version, seed, options, passage.exit(), runs, took, passage.notes(), started, shard);
    }
}
