package io.github.sockspec.history;

import io.github.sockspec.report.RecordedResults;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a history keeps of one {@code results.json}: where, when and by which suite.
 *
 * @param file its name below the directory
 * @param started when the run began; empty where that was not recorded
 * @param suite the suite's version
 */
record Recollection(String file, Optional<Instant> started, String suite) {
    static Recollection of(String file, RecordedResults results) {
        return new Recollection(
                file,
                time(results.started()),
                results.suite() == null ? "unknown" : results.suite().version());
    }

    private static Optional<Instant> time(@org.jspecify.annotations.Nullable String started) {
        try {
            return Optional.ofNullable(started).map(Instant::parse);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
