package io.github.sockspec.cli;

import io.github.sockspec.cli.TriedManifest.Manner;
import io.github.sockspec.cli.TriedManifest.Order;
import io.github.sockspec.program.Addresses;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Transport;
import io.github.sockspec.report.ReplayCommands;
import io.github.sockspec.report.ReportFile;
import io.github.sockspec.run.Plan;
import io.github.sockspec.run.Shard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges a server by what is said on the command line, with no file. */
@Command(
        name = "try",
        sortOptions = false,
        description = {
            "Judge a server by what you say to it, with no file.",
            "For example: try --say 'PING\\r\\n' -- redis-server --port '{port}'",
            "Answers are learned from the server itself, asked three times, unless --hear gives them."
        })
final class TryProgram implements Callable<Integer> {
    private final Terminal terminal;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @ArgGroup(exclusive = true, multiplicity = "0..*")
    private List<Talk.Word> words = new ArrayList<>();

    @Option(names = "--udp", description = "Say it in datagrams, each message one; then --hear is needed for each.")
    private boolean udp;

    @Option(names = "--lockstep", description = "The next message may only be said after the answer: join none.")
    private boolean lockstep;

    @Option(names = "--image", paramLabel = "IMAGE", description = "The server runs in a container of this image.")
    private @Nullable String image;

    @Option(names = "--port", paramLabel = "N", description = "The port on which it listens there.")
    private @Nullable Integer port;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Write the manifest with its protocol, to be kept: run -i FILE judges the same.")
    private @Nullable Path save;

    @Parameters(
            paramLabel = "PROGRAM",
            arity = "0..*",
            description = {
                "-- COMMAND..., which starts the server and has {port} where its port goes,",
                "or HOST:PORT of one that already runs."
            })
    private List<String> program = new ArrayList<>();

    @Mixin
    private Choice choice = new Choice();

    @Mixin
    private Extent extent = new Extent();

    @Mixin
    private Gating gating = new Gating();

    @Mixin
    private Appearance appearance = new Appearance();

    TryProgram(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path file = save != null ? save : extent.out().resolve("manifest.yaml");
        TriedManifest manifest = manifest(file.toAbsolutePath().normalize().getParent());
        if (save != null && Files.exists(save)) {
            throw wrong("--save: " + save + " is there already; run -i " + save + " judges by it");
        }
        ReportFile.write(file, manifest.text());
        Implementation judged = Programs.read(file, spec);
        List<Implementation> programs = List.of(judged);
        Plan plan = new Plan(
                programs,
                choice.selection(programs),
                extent.sampling(),
                extent.out(),
                gating.gate(terminal.clock()),
                extent.workers(),
                Shard.WHOLE);
        return new ReportedRun(terminal, appearance, gating)
                .of(plan, Map.of(ReplayCommands.manifestOf(judged.name()), file.toString()));
    }

    private TriedManifest manifest(@Nullable Path directory) {
        List<Talk.Turn> turns = Talk.of(words, spec);
        if (udp && turns.stream().anyMatch(turn -> turn.hear().isEmpty())) {
            throw wrong("an answer in datagrams can't be learned; say what is heard: --hear TEXT behind each message");
        }
        if (udp && lockstep) {
            throw wrong("--lockstep is for TCP: datagrams are never joined");
        }
        Manner manner = new Manner(udp ? Transport.UDP : Transport.TCP, lockstep ? Order.LOCKSTEP : Order.JOINED);
        if (image != null) {
            return new TriedManifest(imageName(image), contained(image), turns, manner);
        }
        if (port != null) {
            throw wrong("--port goes with --image; a command has {port} where its port goes");
        }
        return program.size() == 1 && Addresses.parse(program.get(0)).isPresent()
                ? new TriedManifest(
                        program.get(0), List.of("address: " + YamlWords.quoted(program.get(0))), turns, manner)
                : new TriedManifest(commandName(), launched(directory), turns, manner);
    }

    private List<String> contained(String name) {
        if (port == null) {
            throw wrong("--image needs --port N, the port on which the server listens in the container");
        }
        List<String> start = new ArrayList<>(List.of("image: " + YamlWords.quoted(name), "port: " + port));
        if (!program.isEmpty()) {
            start.add("command: " + YamlWords.list(program));
        }
        return start;
    }

    private List<String> launched(@Nullable Path directory) {
        List<String> start = new ArrayList<>(List.of("command: " + YamlWords.list(program)));
        Path here = Path.of("").toAbsolutePath().normalize();
        if (!here.equals(directory)) {
            start.add("directory: " + YamlWords.quoted(here.toString()));
        }
        return start;
    }

    private String commandName() {
        if (program.isEmpty()) {
            throw wrong("no program is given: -- COMMAND... with {port} where its port goes, or HOST:PORT of a server"
                    + " that already runs");
        }
        if (program.stream().noneMatch(word -> word.contains("{port}"))) {
            throw wrong("nothing says where the server listens: put {port} into the command, like -- ./server '{port}',"
                    + " or start it yourself and give HOST:PORT in place of the command");
        }
        return String.valueOf(Path.of(program.get(0)).getFileName());
    }

    /** Without the registry it is from, and its tag. */
    private static String imageName(String image) {
        return image.substring(image.lastIndexOf('/') + 1).replaceAll("[:@].*", "");
    }

    private CommandLine.ParameterException wrong(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
