package io.github.sockspec.cli;

import io.github.sockspec.manifest.Manifests;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.report.ReplayCommands;
import io.github.sockspec.suite.Case;
import io.github.sockspec.yaml.InvalidYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that says which programs are judged. */
final class Programs {
    private static final Pattern YAML = Pattern.compile("\\.ya?ml$");

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = {"-i", "--implementation"},
            paramLabel = "MANIFEST",
            description = {
                "The manifest of a program to judge, or a directory: every *.yaml below it. May be given again.",
                "Without one, the reference programs are judged."
            })
    private List<Path> manifests = new ArrayList<>();

    /**
     * The programs to judge.
     *
     * @param cases what they are to be judged by where no program is given: then the reference programs that some case
     *     speaks of
     * @throws CommandLine.ParameterException when a manifest is wrong
     */
    List<Implementation> implementations(Supplier<List<Case>> cases) {
        if (manifests.isEmpty()) {
            return cases.get().stream()
                    .map(Case::clause)
                    .filter(clause -> Protocol.all().contains(clause.protocol()))
                    .map(clause -> Implementation.reference(clause.protocol(), clause.role()))
                    .distinct()
                    .toList();
        }
        return List.copyOf(read().values());
    }

    /** For the options of a run: which manifest each program came from, so that it can be found again. */
    Map<String, String> origins() {
        Map<String, String> origins = new LinkedHashMap<>();
        read().forEach((manifest, program) ->
                origins.put(ReplayCommands.manifestOf(program.name()), manifest.toString()));
        return origins;
    }

    private Map<Path, Implementation> read() {
        Map<Path, Implementation> read = new LinkedHashMap<>();
        for (Path manifest : manifests.stream().flatMap(this::below).toList()) {
            Implementation program = read(manifest);
            if (read.values().stream().anyMatch(other -> other.name().equals(program.name()))) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), manifest + ": there are two implementations called " + program.name());
            }
            read.put(manifest, program);
        }
        return read;
    }

    /** The manifests that {@code given} stands for: itself, or those below it in the order of their names. */
    private Stream<Path> below(Path given) {
        if (!Files.isDirectory(given)) {
            return Stream.of(given);
        }
        try (Stream<Path> walk = Files.walk(given)) {
            List<Path> found = walk.filter(file -> Files.isRegularFile(file)
                            && YAML.matcher(file.toString()).find())
                    .filter(file -> !hidden(given.relativize(file)))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
            if (found.isEmpty()) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), given + ": there is no manifest (*.yaml) below it");
            }
            return found.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(given + " can't be read", unreadable);
        }
    }

    private static boolean hidden(Path relative) {
        return StreamSupport.stream(relative.spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."));
    }

    private Implementation read(Path manifest) {
        return read(manifest, spec);
    }

    /**
     * The program that a manifest describes.
     *
     * @throws InvalidFile when something in it is wrong
     */
    static Implementation read(Path manifest, CommandSpec spec) {
        try {
            return Manifests.read(manifest);
        } catch (InvalidYaml invalid) {
            throw new InvalidFile(spec.commandLine(), invalid);
        }
    }
}
