package io.github.sockspec.cli;

import io.github.sockspec.run.Baseline;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.run.Found;
import io.github.sockspec.run.Gate;
import io.github.sockspec.run.KnownFailures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options on what decides about the exit status. */
final class Gating {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--known-failures",
            paramLabel = "FILE",
            description = "Failures that are waited for, each with its reason. Any other is exit status 1.")
    private @Nullable Path knownFailures;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "How it was, in the same form. Whatever it doesn't know of is worse: exit status 3.")
    private @Nullable Path baseline;

    @Option(names = "--update-baseline", description = "Write the baseline anew, as it is now; reasons are kept.")
    private boolean updateBaseline;

    /**
     * What was asked for.
     *
     * @throws CommandLine.ParameterException when a file can't be used, or there is no baseline to write
     */
    Gate gate(Clock clock) {
        if (updateBaseline && baseline == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--update-baseline needs --baseline FILE, which it writes");
        }
        return new Gate(read(knownFailures), Optional.ofNullable(baseline).map(this::was), LocalDate.now(clock));
    }

    /** The baseline as it was before; one that is to be written need not be there. */
    private KnownFailures was(Path file) {
        return updateBaseline && Files.notExists(file) ? KnownFailures.NONE : read(file);
    }

    private KnownFailures read(@Nullable Path file) {
        if (file == null) {
            return KnownFailures.NONE;
        }
        try {
            return KnownFailures.read(file);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidFile(spec.commandLine(), invalid);
        }
    }

    /**
     * Writes the baseline anew where that was asked for.
     *
     * @param gate what decided so far
     * @param exit how it decided: what did not run well is no baseline
     * @param found the results
     * @return what decides now; empty where nothing was written
     */
    Optional<Gate> updated(Gate gate, ExitStatus exit, Found found) {
        if (baseline == null || !updateBaseline || exit == ExitStatus.TROUBLE || exit == ExitStatus.NOTHING_RAN) {
            return Optional.empty();
        }
        KnownFailures now = Baseline.of(gate, found);
        Baseline.write(now, baseline);
        return Optional.of(new Gate(gate.known(), Optional.of(now), gate.today()));
    }
}
