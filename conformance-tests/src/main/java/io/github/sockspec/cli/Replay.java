package io.github.sockspec.cli;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Namespace;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.ReportFile;
import io.github.sockspec.report.ResultsJson;
import io.github.sockspec.report.script.Reproduction;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.run.Gate;
import io.github.sockspec.run.Glob;
import io.github.sockspec.run.KnownFailures;
import io.github.sockspec.run.Plan;
import io.github.sockspec.run.Selection;
import io.github.sockspec.run.Shard;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import io.github.sockspec.trial.RecordedDelivery;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries one delivery out again, byte by byte, and prints each fact of it. */
@Command(
        name = "replay",
        sortOptions = false,
        description = "Carry one failing delivery out again. Exit status 1 when it still fails, 0 when not.")
final class Replay implements Callable<Integer> {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final Terminal terminal;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "CASE", description = "The case's whole name, as a report has it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String id;

    @Option(
            names = {"-i", "--implementation"},
            paramLabel = "MANIFEST",
            description = "The program's manifest; without one, the reference program.")
    private @Nullable Path manifest;

    @Option(
            names = "--results",
            paramLabel = "FILE",
            description = "Where the delivery is read from when it isn't given here (default: ${DEFAULT-VALUE}).",
            defaultValue = "target/sockspec/results.json")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path results;

    @Option(names = "--write", paramLabel = "HEX,HEX", description = "The bytes of each write. None: --write=")
    private @Nullable String write;

    @Option(names = "--end", paramLabel = "END", defaultValue = "keep", description = "keep, fin, half-close or rst.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String end;

    @Option(
            names = "--moment",
            paramLabel = "MOMENT",
            description = "When it ends: after-read, after-first-byte or after-replies.")
    private @Nullable String moment;

    @Option(
            names = "--passages",
            paramLabel = "HOW,HOW",
            defaultValue = "",
            description = "How each datagram gets through: - as sent, x2 twice, x0 lost, k3 cut to 3 bytes, o1"
                    + " overtaken by one, d1000 late by 1000 ns.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String passages;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "What samples are drawn with (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--pace", paramLabel = "PACE", defaultValue = "prompt", description = "prompt or stalled.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String pace;

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description =
                    "Carry it out, and write a stand-alone Python 3 program that has the same occasion again; - for"
                            + " standard output. Exit status 0 when it was written.")
    private @Nullable Path script;

    @Mixin
    private Appearance appearance = new Appearance();

    Replay(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Implementation> given = Optional.ofNullable(manifest).map(file -> Programs.read(file, spec));
        Case chosen = chosen(given.map(List::of).orElse(List.of()));
        Implementation program = given.orElseGet(() -> Implementation.reference(
                chosen.clause().protocol(), chosen.clause().role()));
        requireJudged(program, chosen);
        Optional<RecordedDelivery> travel = travel(program);
        Plan plan = plan(chosen, program);
        OptionalInt inside = Namespace.rerun(plan.implementations());
        if (inside.isPresent()) {
            return inside.getAsInt();
        }
        PrintStream watched = STANDARD_OUTPUT.equals(script) ? terminal.err() : terminal.out();
        Rerun rerun = new Rerun(plan, watched, appearance.paint(terminal));
        ExitStatus status = travel.isPresent() ? rerun.delivery(travel.get()) : rerun.wholeCase();
        rerun.refusal().ifPresent(why -> {
            throw wrong(why);
        });
        return script == null ? status.code() : write(script, rerun, program).code();
    }

    private ExitStatus write(Path file, Rerun rerun, Implementation program) {
        String source = rerun.occasion()
                .flatMap(occasion -> Reproduction.of(occasion, program, rerun.about()))
                .orElseThrow(() -> wrong("no script can show " + id
                        + (rerun.occasion().isPresent()
                                ? ": it would be too long"
                                : ": it is more than one delivery")));
        if (STANDARD_OUTPUT.equals(file)) {
            terminal.out().print(source);
            terminal.out().flush();
        } else {
            ReportFile.write(file, source);
        }
        return ExitStatus.HOLDS;
    }

    private Plan plan(Case chosen, Implementation program) {
        return new Plan(
                List.of(program),
                new Selection(List.of(new Glob(chosen.id())), List.of(), Optional.empty()),
                new Sampling(seed, Sampling.DEFAULT.size()),
                Path.of("target/sockspec/replay"),
                Gate.of(KnownFailures.NONE),
                1,
                Shard.WHOLE);
    }

    private Case chosen(List<Implementation> programs) {
        return Stream.concat(Catalogue.of(programs).stream(), Catalogue.all().stream())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> wrong("there is no case " + id + "; ./sockspec list shows what there is"));
    }

    private void requireJudged(Implementation program, Case chosen) {
        if (!chosen.judges(program)) {
            throw wrong(program.name() + " is a " + program.protocol().word() + " "
                    + program.role().word() + ", which " + id + " doesn't speak of");
        }
    }

    /** The delivery that was given, or else recorded; empty when the case has none to show. */
    private Optional<RecordedDelivery> travel(Implementation program) {
        try {
            if (write != null) {
                return Optional.of(TravelText.written(
                        write,
                        new RecordedCase.Delivered(
                                List.of(), end, moment, pace, null, null, passages, List.of(), null)));
            }
            boolean named = spec.commandLine().getParseResult().hasMatchedOption("--results");
            return named || Files.exists(results) ? recorded(program) : Optional.empty();
        } catch (IllegalArgumentException invalid) {
            throw wrong(String.valueOf(invalid.getMessage()));
        }
    }

    private Optional<RecordedDelivery> recorded(Implementation program) {
        return ResultsJson.read(results).runs().stream()
                .filter(run -> run.implementation().name().equals(program.name()))
                .flatMap(run -> run.cases().stream())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(RecordedCase::smallest)
                .map(TravelText::of);
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
