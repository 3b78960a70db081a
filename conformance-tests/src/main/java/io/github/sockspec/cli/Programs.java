package io.github.sockspec.cli;

import io.github.sockspec.report.Replays;
import io.github.sockspec.suite.CaseDescription;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.target.InvalidManifest;
import io.github.sockspec.target.Manifests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that says which programs are judged. */
final class Programs {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = {"-i", "--implementation"},
            paramLabel = "MANIFEST",
            description = "The manifest of a program to judge; without one, the reference programs are judged.")
    private List<Path> manifests = new ArrayList<>();

    /**
     * The programs to judge.
     *
     * @param cases what they are to be judged by; of the reference programs, only those that some case speaks of
     * @throws CommandLine.ParameterException when a manifest is wrong
     */
    List<Implementation> implementations(List<CaseDescription> cases) {
        if (manifests.isEmpty()) {
            return cases.stream()
                    .map(CaseDescription::clause)
                    .map(clause -> Implementation.reference(clause.protocol(), clause.role()))
                    .distinct()
                    .toList();
        }
        return List.copyOf(read().values());
    }

    /** For the options of a run: which manifest each program came from, so that it can be found again. */
    Map<String, String> origins() {
        Map<String, String> origins = new LinkedHashMap<>();
        read().forEach((manifest, program) -> origins.put(Replays.manifestOf(program.name()), manifest.toString()));
        return origins;
    }

    private Map<Path, Implementation> read() {
        Map<Path, Implementation> read = new LinkedHashMap<>();
        for (Path manifest : manifests) {
            Implementation program = read(manifest);
            if (read.values().stream().anyMatch(other -> other.name().equals(program.name()))) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), manifest + ": there are two implementations called " + program.name());
            }
            read.put(manifest, program);
        }
        return read;
    }

    private Implementation read(Path manifest) {
        try {
            return Manifests.read(manifest);
        } catch (InvalidManifest invalid) {
            throw new InvalidFile(spec.commandLine(), invalid);
        }
    }
}
