package io.github.sockspec.target;

import io.github.sockspec.wire.Network;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * A client or tool that is launched by a command for each run: in a session of its own, marked, and in the network in which
 * the thread stands that makes this.
 */
final class LaunchedClient implements Client {
    private static final String MARK = "SOCKSPEC_INSTANCE";

    private final Implementation implementation;
    private final Start.Command start;

    /** Where the thread stands that makes this. */
    private final Network network = Network.standing();

    LaunchedClient(Implementation implementation, Start.Command start) {
        this.implementation = implementation;
        this.start = start;
    }

    @Override
    public ClientRun start(Errand errand) {
        SearchPath.require(implementation.name(), start);
        Scratch scratch = Scratch.create();
        try {
            Path directory = start.files().isEmpty() ? start.directory() : scratch.copy(start.directory(), "program");
            Path out = scratch.write("out", new byte[0]);
            ProcessBuilder builder = new ProcessBuilder(words(Placeholders.fill(start.command(), errand, out)))
                    .directory(directory.toFile());
            String mark =
                    HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextLong());
            surroundings(builder.environment(), mark);
            return new LaunchedRun(launch(builder), MARK + "=" + mark, scratch, start.console()).given(errand.file());
        } catch (IOException notStarted) {
            scratch.close();
            throw new StartFailure(
                    implementation.name() + " could not be started: " + notStarted.getMessage(), notStarted);
        } catch (RuntimeException failed) {
            scratch.close();
            throw failed;
        }
    }

    private Process launch(ProcessBuilder builder) throws IOException {
        Network before = Network.standing();
        network.enter();
        try {
            return builder.start();
        } finally {
            before.enter();
        }
    }

    /** What a user's own terminal would give: output that isn't held back, and text in UTF-8. */
    private static void surroundings(Map<String, String> environment, String mark) {
        environment.put(MARK, mark);
        environment.putIfAbsent("PYTHONUNBUFFERED", "1");
        if (!environment.containsKey("LANG") && !environment.containsKey("LC_CTYPE")) {
            environment.putIfAbsent("LC_ALL", "C.UTF-8");
        }
    }

    private List<String> words(List<String> command) {
        List<String> words = new ArrayList<>();
        // A session makes a process group too, and holds together what the program starts.
        SearchPath.find("setsid").ifPresent(words::add);
        if (start.console() == Start.Console.PIPE) {
            words.addAll(command);
            return words;
        }
        String script = SearchPath.find("script")
                .orElseThrow(() -> new StartFailure(implementation.name()
                        + " needs a terminal (tty: true), and script, of util-linux, which gives one, is not there"));
        String quoted = command.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        words.addAll(List.of(script, "-q", "-e", "-c", "exec " + quoted, "/dev/null"));
        return words;
    }

    @Override
    public Optional<InetSocketAddress> address() {
        return start.address();
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public Cost cost() {
        return Cost.PROCESS;
    }

    @Override
    public Identity identity() {
        return new Identity(
                Optional.empty(),
                String.join(" ", start.command()),
                Optional.empty(),
                start.address().map(Addresses::text).orElse(""),
                true,
                true,
                "process group");
    }
}
