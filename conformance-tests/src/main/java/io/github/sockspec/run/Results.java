package io.github.sockspec.run;

import java.time.Duration;
import java.util.List;
import java.util.Map;

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
 */
public record Results(
        String version,
        long seed,
        Map<String, String> options,
        ExitStatus exit,
        List<RunResult> runs,
        Duration took,
        List<String> notes) {
    public Results {
        runs = List.copyOf(runs);
        notes = List.copyOf(notes);
    }
}
