package io.github.sockspec.cli;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.PairNetworks;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.run.PairMatrix;
import io.github.sockspec.run.PairResult;
import io.github.sockspec.run.Pairing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Has clients and servers talk to each other through a relay. */
@Command(
        name = "pair",
        sortOptions = false,
        description = "Have every client given talk to every server given, cut what passes, and say who breaks.")
final class PairPrograms implements Callable<Integer> {
    private final Terminal terminal;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private Programs programs = new Programs();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/sockspec",
            description = "Where pair.md goes (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "What samples are drawn with (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--thorough", description = "Try every cut, where otherwise a sample is tried.")
    private boolean thorough;

    PairPrograms(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Implementation> given = programs.implementations(List::of);
        List<Implementation> clients = of(given, Role.CLIENT);
        List<Implementation> servers = of(given, Role.SERVER);
        OptionalInt inside = PairNetworks.rerun(given);
        if (inside.isPresent()) {
            return inside.getAsInt();
        }
        Sampling sampling = new Sampling(seed, thorough ? Sampling.THOROUGH : Sampling.DEFAULT.size());
        List<PairResult> results = new ArrayList<>();
        for (Implementation client : clients) {
            for (Implementation server : servers) {
                for (PairResult result : Pairing.of(client, server, sampling)) {
                    results.add(result);
                    PairMatrix.lines(result).forEach(terminal.out()::println);
                }
            }
        }
        write(PairMatrix.markdown(results));
        return status(results).code();
    }

    private List<Implementation> of(List<Implementation> given, Role role) {
        List<Implementation> some =
                given.stream().filter(each -> each.role() == role).toList();
        if (some.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "no " + role.word() + " is given: -i takes the manifests of both sides");
        }
        return some;
    }

    private void write(String matrix) {
        try {
            Files.createDirectories(out);
            Files.writeString(out.resolve("pair.md"), matrix);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(out + ": no report can be written there", unwritable);
        }
        terminal.out().println();
        terminal.out().print(matrix);
    }

    private static ExitStatus status(List<PairResult> results) {
        if (any(results, PairResult.Outcome.TROUBLE)) {
            return ExitStatus.TROUBLE;
        }
        if (results.stream().allMatch(result -> result.broke() == PairResult.Outcome.NOT_A_PAIR)) {
            return ExitStatus.NOTHING_RAN;
        }
        return any(results, PairResult.Outcome.CLIENT_BROKE) || any(results, PairResult.Outcome.SERVER_BROKE)
                ? ExitStatus.BROKEN
                : ExitStatus.HOLDS;
    }

    private static boolean any(List<PairResult> results, PairResult.Outcome outcome) {
        return results.stream().anyMatch(result -> result.broke() == outcome);
    }
}
