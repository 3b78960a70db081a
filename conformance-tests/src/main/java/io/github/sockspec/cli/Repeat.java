package io.github.sockspec.cli;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Namespace;
import io.github.sockspec.report.StabilityReport;
import io.github.sockspec.run.Gate;
import io.github.sockspec.run.KnownFailures;
import io.github.sockspec.run.Plan;
import io.github.sockspec.run.Shard;
import io.github.sockspec.run.Stability;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Carries the same cases out again and again, and says which of them don't always say the same. */
@Command(
        name = "stability",
        sortOptions = false,
        description = {
            "Run the same cases again and again, and name those that don't always say the same.",
            "Exit status 4 when there are any: what says now this and now that has shown nothing."
        })
final class Repeat implements Callable<Integer> {
    private final Terminal terminal;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = {"-n", "--times"},
            paramLabel = "N",
            defaultValue = "10",
            description = "How often (default: ${DEFAULT-VALUE}).")
    private int times;

    @Mixin
    private Programs programs = new Programs();

    @Mixin
    private Choice choice = new Choice();

    @Option(
            names = "--load",
            paramLabel = "L",
            description = "Then as often again beside L busy threads on each core, which end with the command.")
    private @Nullable Integer load;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/sockspec",
            description = "Where stability.json and stability.md go (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "What samples are drawn with, each time the same (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--samples",
            paramLabel = "N",
            defaultValue = "256",
            description = "How many deliveries are tried where not all can be (default: ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many cases go on side by side (default: one for each core).")
    private @Nullable Integer workers;

    Repeat(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        int often = Extent.atLeastOne(spec, "--times", times);
        Plan plan = plan();
        OptionalInt inside = Namespace.rerun(plan.implementations());
        if (inside.isPresent()) {
            return inside.getAsInt();
        }
        Stability stability = new Stability(plan, this::tell);
        stability.quietly(often);
        if (load != null) {
            stability.loaded(often, Extent.atLeastOne(spec, "--load", load));
        }
        StabilityReport report = new StabilityReport(stability.recurrences(), stability.exit());
        report.write(out);
        terminal.out().println();
        if (stability.busyThreads() > 0) {
            terminal.out().println("load      " + stability.busyThreads() + " busy threads, " + load + " on each core");
        }
        report.lines().forEach(terminal.out()::println);
        terminal.out().println("report    " + out.resolve("stability.md"));
        return stability.exit().code();
    }

    private Plan plan() {
        List<Implementation> judged = programs.implementations(() -> choice.cases(List.of()));
        return new Plan(
                judged,
                choice.selection(judged),
                new Sampling(seed, Extent.atLeastOne(spec, "--samples", samples)),
                out,
                Gate.of(KnownFailures.NONE),
                Extent.atLeastOne(
                        spec,
                        "--workers",
                        workers != null ? workers : Runtime.getRuntime().availableProcessors()),
                Shard.WHOLE);
    }

    private void tell(Stability.Condition condition, int number, Duration took) {
        String beside = condition == Stability.Condition.LOADED ? "under load, " : "";
        terminal.out().printf(Locale.ROOT, "run %d of %d  %s%.1f s%n", number, times, beside, took.toMillis() / 1000.0);
    }
}
