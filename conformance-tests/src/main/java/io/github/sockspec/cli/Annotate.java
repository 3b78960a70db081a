package io.github.sockspec.cli;

import io.github.sockspec.report.Annotations;
import io.github.sockspec.report.JobOutputs;
import io.github.sockspec.report.RecordedResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells a GitHub Actions job what a run found. */
@Command(
        name = "annotate",
        sortOptions = false,
        description = "Print what a run found as annotations for a GitHub Actions job.")
final class Annotate implements Callable<Integer> {
    private final Terminal terminal;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "RESULTS", description = "A results.json.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--outputs",
            paramLabel = "FILE",
            description = "Append verdict, exit and grades to this file, as $GITHUB_OUTPUT wants them.")
    private @Nullable Path outputs;

    Annotate(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RecordedResults results = Recorded.read(file, spec);
        Annotations.of(results).forEach(terminal.out()::println);
        if (outputs != null) {
            append(String.join("\n", JobOutputs.of(results)) + "\n", outputs);
        }
        return 0;
    }

    private static void append(String text, Path to) {
        try {
            Files.writeString(to, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(to + " can't be written", unwritable);
        }
    }
}
