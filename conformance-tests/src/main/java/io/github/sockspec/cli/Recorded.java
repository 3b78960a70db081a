package io.github.sockspec.cli;

import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.ResultsJson;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;

/** Results that were named on the command line. */
final class Recorded {
    private Recorded() {}

    /**
     * What {@code given}, or the {@code results.json} in it, holds.
     *
     * @throws InvalidFile when it can't be read
     */
    static RecordedResults read(Path given, CommandSpec spec) {
        try {
            return ResultsJson.read(file(given));
        } catch (IllegalArgumentException | UncheckedIOException invalid) {
            throw new InvalidFile(spec.commandLine(), invalid);
        }
    }

    static Path file(Path given) {
        return Files.isDirectory(given) ? given.resolve("results.json") : given;
    }
}
