package io.github.sockspec.cli;

import io.github.sockspec.delivery.Sampling;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options on how much is tried, how fast, and where what is found goes. */
final class Extent {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/sockspec",
            description = "Where results.json, junit.xml, summary.md and index.html go (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "What samples are drawn with (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "How many deliveries are tried where not all can be (default: 256; --thorough: 4096).")
    private @Nullable Integer samples;

    @Option(names = "--thorough", description = "Try more where not everything can be tried; stop no case early.")
    private boolean thorough;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many cases go on side by side (default: one for each core).")
    private @Nullable Integer workers;

    /** Where reports go. */
    Path out() {
        return out;
    }

    /**
     * How samples are drawn.
     *
     * @throws CommandLine.ParameterException when there would be none
     */
    Sampling sampling() {
        int size = samples != null ? samples : thorough ? Sampling.THOROUGH : Sampling.DEFAULT.size();
        return new Sampling(seed, atLeastOne(spec, "--samples", size));
    }

    /** How many cases go on side by side, at least one. */
    int workers() {
        return atLeastOne(
                spec,
                "--workers",
                workers != null ? workers : Runtime.getRuntime().availableProcessors());
    }

    /**
     * {@code value}, where it is at least 1.
     *
     * @throws CommandLine.ParameterException where it is not
     */
    static int atLeastOne(CommandSpec spec, String option, int value) {
        if (value < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), option + " is at least 1, not " + value);
        }
        return value;
    }
}
