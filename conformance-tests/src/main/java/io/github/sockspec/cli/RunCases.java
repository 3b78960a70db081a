package io.github.sockspec.cli;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.report.Console;
import io.github.sockspec.report.HtmlReport;
import io.github.sockspec.report.JUnitXml;
import io.github.sockspec.report.LiveProgress;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.Recording;
import io.github.sockspec.report.ResultsJson;
import io.github.sockspec.report.SummaryMarkdown;
import io.github.sockspec.run.KnownFailures;
import io.github.sockspec.run.Plan;
import io.github.sockspec.run.Results;
import io.github.sockspec.run.Runner;
import io.github.sockspec.suite.CaseDescription;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.target.Namespace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    @Option(
            names = "--known-failures",
            paramLabel = "FILE",
            description = "Failures that are waited for, each with its reason.")
    private @Nullable Path knownFailures;

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
        write(results, plan);
        Console console = new Console(terminal.out(), appearance.paint(terminal));
        if (appearance.quiet()) {
            console.verdict(results);
        } else {
            terminal.out().println();
            console.print(results);
            terminal.out().println("report    " + plan.out().resolve("index.html"));
        }
        return results.exit().code();
    }

    private Plan plan() {
        List<CaseDescription> cases = choice.cases();
        int size = samples != null ? samples : thorough ? Sampling.THOROUGH : Sampling.DEFAULT.size();
        return new Plan(
                programs.implementations(cases),
                choice.selection(),
                new Sampling(seed, atLeastOne("--samples", size)),
                out,
                known(),
                atLeastOne(
                        "--workers",
                        workers != null ? workers : Runtime.getRuntime().availableProcessors()));
    }

    private int atLeastOne(String option, int value) {
        if (value < 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), option + " is at least 1, not " + value);
        }
        return value;
    }

    private KnownFailures known() {
        if (knownFailures == null) {
            return KnownFailures.NONE;
        }
        try {
            return KnownFailures.read(knownFailures);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidFile(spec.commandLine(), invalid);
        }
    }

    private Results run(Plan plan) {
        if (appearance.quiet()) {
            return told(new Runner(plan, Silence.INSTANCE).run());
        }
        try (LiveProgress progress = new LiveProgress(
                terminal.out(),
                appearance.paint(terminal),
                groups(plan),
                terminal.kind() == Terminal.Kind.PIPE ? null : terminal.out())) {
            return told(new Runner(plan, progress).run());
        }
    }

    /** How many cases each program has in each grade. */
    private Map<LiveProgress.Group, Integer> groups(Plan plan) {
        Map<LiveProgress.Group, Integer> groups = new HashMap<>();
        for (CaseDescription each : choice.cases()) {
            for (Implementation program : plan.implementations()) {
                if (program.protocol() == each.clause().protocol()
                        && program.role() == each.clause().role()) {
                    groups.merge(new LiveProgress.Group(program, each.clause().grade()), 1, Integer::sum);
                }
            }
        }
        return groups;
    }

    /** The results with what only the command line knows. */
    private Results told(Results results) {
        Map<String, String> options = new LinkedHashMap<>(results.options());
        options.putAll(programs.origins());
        return new Results(
                results.version(),
                results.seed(),
                options,
                results.exit(),
                results.runs(),
                results.took(),
                results.notes());
    }

    private static void write(Results results, Plan plan) {
        Path out = plan.out();
        RecordedResults recorded = Recording.of(results);
        ResultsJson.write(recorded, out.resolve("results.json"));
        SummaryMarkdown.write(results, out.resolve("summary.md"));
        HtmlReport.write(recorded, out.resolve("index.html"));
        if (results.runs().stream().allMatch(run -> run.cases().isEmpty())) {
            JUnitXml.none(out.resolve("junit.xml"));
        } else {
            JUnitXml.collect(out.resolve(Runner.JUNIT_DIRECTORY), out.resolve("junit.xml"));
        }
    }
}
