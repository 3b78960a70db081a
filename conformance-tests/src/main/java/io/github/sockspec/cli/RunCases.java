package io.github.sockspec.cli;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Namespace;
import io.github.sockspec.report.Console;
import io.github.sockspec.report.Failures;
import io.github.sockspec.report.LiveProgress;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.Recording;
import io.github.sockspec.run.Found;
import io.github.sockspec.run.NoProgress;
import io.github.sockspec.run.Plan;
import io.github.sockspec.run.Progress;
import io.github.sockspec.run.Results;
import io.github.sockspec.run.Runner;
import io.github.sockspec.run.Shard;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Carries cases out and reports what was found. */
@Command(name = "run", sortOptions = false, description = "Judge programs, and write what was found.")
final class RunCases implements Callable<Integer> {
    private final Terminal terminal;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private Programs programs = new Programs();

    @Mixin
    private Choice choice = new Choice();

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

    @Mixin
    private Gating gating = new Gating();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            defaultValue = "1/1",
            converter = Shards.class,
            description = "Do the I-th of N parts only; merge puts them together.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Shard shard;

    @Mixin
    private Appearance appearance = new Appearance();

    RunCases(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Plan plan = plan();
        OptionalInt inside = Namespace.rerun(plan.implementations());
        if (inside.isPresent()) {
            return inside.getAsInt();
        }
        Results results = run(plan);
        Failures.write(results, plan.out());
        RecordedResults recorded = Recording.of(results);
        Reports.write(recorded, plan.out());
        Console console = new Console(terminal.out(), appearance.paint(terminal));
        if (appearance.quiet()) {
            console.verdict(recorded);
        } else {
            terminal.out().println();
            console.print(recorded);
            terminal.out().println("report    " + plan.out().resolve("index.html"));
        }
        return results.exit().code();
    }

    private Plan plan() {
        List<Implementation> judged = programs.implementations(() -> choice.cases(List.of()));
        int size = samples != null ? samples : thorough ? Sampling.THOROUGH : Sampling.DEFAULT.size();
        return new Plan(
                judged,
                choice.selection(judged),
                new Sampling(seed, atLeastOne("--samples", size)),
                out,
                gating.gate(terminal.clock()),
                atLeastOne(
                        "--workers",
                        workers != null ? workers : Runtime.getRuntime().availableProcessors()),
                shard);
    }

    private int atLeastOne(String option, int value) {
        if (value < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), option + " is at least 1, not " + value);
        }
        return value;
    }

    private Results run(Plan plan) {
        if (appearance.quiet()) {
            return run(plan, NoProgress.INSTANCE);
        }
        try (LiveProgress progress = new LiveProgress(
                terminal.out(),
                appearance.paint(terminal),
                groups(plan),
                terminal.kind() == Terminal.Kind.PIPE ? null : terminal.out())) {
            return run(plan, progress);
        }
    }

    /** The results with what only the command line knows, measured by the baseline that they made where one is written. */
    private Results run(Plan plan, Progress progress) {
        Runner runner = new Runner(plan, progress, terminal.clock());
        Results results = runner.run().with(programs.origins());
        Found found = runner.found(results.runs(), List.of());
        return gating.updated(plan.gate(), results.exit(), found)
                .map(gate -> results.with(gate.judge(found)))
                .orElse(results);
    }

    /** How many cases each program has in each grade. */
    private Map<LiveProgress.Group, Integer> groups(Plan plan) {
        Map<LiveProgress.Group, Integer> groups = new HashMap<>();
        for (Implementation program : plan.implementations()) {
            for (Case each : plan.selection().of(Catalogue.of(program))) {
                groups.merge(new LiveProgress.Group(program, each.clause().grade()), 1, Integer::sum);
            }
        }
        return groups;
    }
}
