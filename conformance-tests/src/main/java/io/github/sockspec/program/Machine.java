package io.github.sockspec.program;

import io.github.sockspec.engine.Streams;
import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.program.LaunchedProgram.Belongings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * This machine, in which a program is launched by a command for each start: in a session of its own, marked, with files of
 * its own, and in the network in which the thread stood that made this.
 */
final class Machine implements Place {
    private final Implementation implementation;
    private final Start.Command start;
    private final NetworkNamespace network = NetworkNamespace.standing();

    Machine(Implementation implementation, Start.Command start) {
        this.implementation = implementation;
        this.start = start;
    }

    /**
     * Makes sure that the program is here.
     *
     * @throws StartFailure when it is not
     */
    void require() {
        SearchPath.require(implementation.name(), start);
    }

    @Override
    public LaunchedProgram start(Launch launch) {
        require();
        ScratchDirectory scratch = ScratchDirectory.create();
        try {
            return launch(launch, scratch);
        } catch (IOException notStarted) {
            scratch.close();
            throw new StartFailure(
                    implementation.name() + " could not be started: " + notStarted.getMessage(), notStarted);
        } catch (RuntimeException failed) {
            scratch.close();
            throw failed;
        }
    }

    private LaunchedProgram launch(Launch launch, ScratchDirectory scratch) throws IOException {
        Path directory = start.files().isEmpty() ? start.directory() : scratch.copy(start.directory(), "program");
        Optional<Path> accounts = accounts(scratch);
        Launch.Files files = new Launch.Files(
                accounts.map(Path::toString).orElse(""),
                launch.file().map(Path::toString).orElse(""),
                scratch.write("out", new byte[0]).toString());
        ProcessBuilder builder = new ProcessBuilder(words(launch, files)).directory(directory.toFile());
        // The input of a server stays open and nothing ever comes of it, so that a command that inherits it is seen to
        // wait.
        boolean server = launch.output().streams() == Streams.OPEN_INPUT;
        builder.redirectErrorStream(server);
        if (!server) {
            speakUtf8(builder.environment());
        }
        // What it prints is to be seen when it prints it, not when a buffer is full.
        builder.environment().putIfAbsent("PYTHONUNBUFFERED", "1");
        LaunchedProgram program = LaunchedProgram.start(
                mark -> start(builder, mark),
                launch.output(),
                this,
                new Belongings(accounts, files.file(), scratch::close));
        StartedPrograms.add(program);
        return program.atEnd(() -> StartedPrograms.remove(program));
    }

    private Process start(ProcessBuilder builder, String mark) throws IOException {
        int name = mark.indexOf('=');
        builder.environment().put(mark.substring(0, name), mark.substring(name + 1));
        NetworkNamespace before = NetworkNamespace.standing();
        network.enter();
        try {
            return builder.start();
        } finally {
            before.enter();
        }
    }

    /** As a user's own terminal would have it. */
    private static void speakUtf8(Map<String, String> environment) {
        if (!environment.containsKey("LANG") && !environment.containsKey("LC_CTYPE")) {
            environment.putIfAbsent("LC_ALL", "C.UTF-8");
        }
    }

    /** Puts the account file where the program looks for it, if it looks for one. */
    private Optional<Path> accounts(ScratchDirectory scratch) {
        byte[] content = Fixtures.accounts(implementation.accounts());
        Optional<Path> beside = start.files().entrySet().stream()
                .filter(file -> file.getValue().equals(Fixtures.ACCOUNTS))
                .map(file -> scratch.write("program/" + file.getKey(), content))
                .findFirst();
        return beside.or(() -> Fixtures.namedIn(start.command())
                ? Optional.of(scratch.write("accounts.txt", content))
                : Optional.empty());
    }

    private List<String> words(Launch launch, Launch.Files files) {
        List<String> words = new ArrayList<>(pinned(launch.core()));
        // A session makes a process group too, and holds together what the program starts.
        SearchPath.find("setsid").ifPresent(words::add);
        List<String> command = launch.fill(start.command(), files);
        words.addAll(launch.output().streams() == Streams.TERMINAL ? onTerminal(command) : command);
        return words;
    }

    private static List<String> pinned(OptionalInt core) {
        return core.isEmpty()
                ? List.of()
                : SearchPath.find("taskset")
                        .map(taskset -> List.of(taskset, "-c", String.valueOf(core.getAsInt())))
                        .orElse(List.of());
    }

    private List<String> onTerminal(List<String> command) {
        String script = SearchPath.find("script")
                .orElseThrow(() -> new StartFailure(implementation.name()
                        + " needs a terminal (tty: true), and script, of util-linux, which gives one, is not there"));
        String quoted = command.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
        return List.of(script, "-q", "-e", "-c", "exec " + quoted, "/dev/null");
    }

    @Override
    public NetworkNamespace network() {
        return network;
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
