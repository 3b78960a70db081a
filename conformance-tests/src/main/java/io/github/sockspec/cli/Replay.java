package io.github.sockspec.cli;

import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.ResultsJson;
import io.github.sockspec.suite.CaseDescription;
import io.github.sockspec.suite.Catalogue;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.target.InvalidManifest;
import io.github.sockspec.target.Manifests;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
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

    @Option(names = "--pace", paramLabel = "PACE", defaultValue = "prompt", description = "prompt or stalled.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String pace;

    @Mixin
    private Appearance appearance = new Appearance();

    Replay(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CaseDescription chosen = chosen();
        Implementation program = program(chosen);
        Rerun rerun = new Rerun(chosen, program, terminal.out(), appearance.paint(terminal));
        Optional<Travel> travel = travel(program);
        try {
            return (travel.isPresent() ? rerun.delivery(travel.get()) : rerun.wholeCase()).code();
        } catch (Travel.Impossible impossible) {
            throw wrong(String.valueOf(impossible.getMessage()));
        }
    }

    private CaseDescription chosen() {
        return Catalogue.all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> wrong("there is no case " + id + "; ./sockspec list shows what there is"));
    }

    private Implementation program(CaseDescription chosen) {
        Implementation program = manifest == null
                ? Implementation.reference(
                        chosen.clause().protocol(), chosen.clause().role())
                : read(manifest);
        if (program.protocol() != chosen.clause().protocol()
                || program.role() != chosen.clause().role()) {
            throw wrong(program.name() + " is a " + program.protocol().word() + " "
                    + program.role().word() + ", which " + id + " doesn't speak of");
        }
        return program;
    }

    private Implementation read(Path file) {
        try {
            return Manifests.read(file);
        } catch (InvalidManifest invalid) {
            throw new InvalidFile(spec.commandLine(), invalid);
        }
    }

    /** The delivery that was given, or else recorded; empty when the case has none to show. */
    private Optional<Travel> travel(Implementation program) {
        try {
            if (write != null) {
                return Optional.of(Travel.written(write, end, pace));
            }
            boolean named = spec.commandLine().getParseResult().hasMatchedOption("--results");
            return named || Files.exists(results) ? recorded(program) : Optional.empty();
        } catch (IllegalArgumentException invalid) {
            throw wrong(String.valueOf(invalid.getMessage()));
        }
    }

    private Optional<Travel> recorded(Implementation program) {
        return ResultsJson.read(results).runs().stream()
                .filter(run -> run.implementation().name().equals(program.name()))
                .flatMap(run -> run.cases().stream())
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(RecordedCase::smallest)
                .map(Travel::of);
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
