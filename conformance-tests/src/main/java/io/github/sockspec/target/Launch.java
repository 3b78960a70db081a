package io.github.sockspec.target;

import io.github.sockspec.wire.Numeric;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Starts one server by its command: in a session of its own, marked, with files of its own. */
final class Launch {
    /** The environment's name for what marks a process tree as one instance. */
    private static final String MARK = "SOCKSPEC_INSTANCE";

    private static final boolean LINUX = File.separatorChar == '/' && Files.isDirectory(Path.of("/proc/self/fd"));

    private final Implementation implementation;
    private final Start.Command start;
    private final Surroundings surroundings;

    Launch(Implementation implementation, Start.Command start, Surroundings surroundings) {
        this.implementation = implementation;
        this.start = start;
        this.surroundings = surroundings;
    }

    Instance at(Placement placement) {
        SearchPath.require(implementation.name(), start);
        try (SocketTable sockets = surroundings.sockets().get()) {
            boolean datagrams = implementation.protocol().datagrams();
            Site site = Site.find(
                    datagrams, start.address(), placement, new Site.Lookout(sockets, surroundings.lingering()));
            LaunchedProgram program = run(site, placement);
            try {
                Identity identity =
                        new Readiness(implementation, site, program, sockets).await(surroundings.readiness());
                return new LaunchedInstance(site, program, identity);
            } catch (RuntimeException notReady) {
                program.close();
                site.giveBack();
                throw notReady;
            }
        }
    }

    private LaunchedProgram run(Site site, Placement placement) {
        Scratch scratch = Scratch.create();
        try {
            Path directory = start.files().isEmpty() ? start.directory() : scratch.copy(start.directory(), "program");
            Optional<Path> accounts = accounts(scratch);
            String mark =
                    HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextLong());
            ProcessBuilder builder = new ProcessBuilder(words(site, placement, accounts))
                    .directory(directory.toFile())
                    .redirectErrorStream(true);
            builder.environment().put(MARK, mark);
            // What it prints is to be seen when it prints it, not when a buffer is full.
            builder.environment().putIfAbsent("PYTHONUNBUFFERED", "1");
            // Its input stays open and nothing ever comes of it, so that a command that inherits it is seen to wait.
            Process process = builder.start();
            LaunchedProgram program = new LaunchedProgram(process, MARK + "=" + mark, scratch, accounts);
            Living.add(program);
            return program;
        } catch (IOException notStarted) {
            scratch.close();
            site.giveBack();
            throw new StartFailure(
                    implementation.name() + " could not be started: " + notStarted.getMessage(), notStarted);
        } catch (RuntimeException failed) {
            scratch.close();
            site.giveBack();
            throw failed;
        }
    }

    /** Puts the account file where the program looks for it, if it looks for one. */
    private Optional<Path> accounts(Scratch scratch) {
        byte[] content = Fixtures.accounts(implementation.accounts());
        Optional<Path> beside = start.files().entrySet().stream()
                .filter(file -> file.getValue().equals(Fixtures.ACCOUNTS))
                .map(file -> scratch.write("program/" + file.getKey(), content))
                .findFirst();
        boolean named = start.command().stream().anyMatch(word -> word.contains("{accounts}"));
        return beside.or(() -> named ? Optional.of(scratch.write("accounts.txt", content)) : Optional.empty());
    }

    private List<String> words(Site site, Placement placement, Optional<Path> accounts) {
        List<String> words = new ArrayList<>();
        if (LINUX && placement.core().isPresent()) {
            SearchPath.find("taskset")
                    .ifPresent(taskset -> words.addAll(List.of(
                            taskset, "-c", String.valueOf(placement.core().getAsInt()))));
        }
        if (LINUX) {
            // A session makes a process group too, and holds together what the program starts.
            SearchPath.find("setsid").ifPresent(words::add);
        }
        Map<String, String> values = Map.of(
                "{host}", Numeric.host(site.address().getAddress()),
                "{port}", String.valueOf(site.address().getPort()),
                "{accounts}", accounts.map(Path::toString).orElse(""));
        for (String word : start.command()) {
            String filled = word;
            for (Map.Entry<String, String> value : values.entrySet()) {
                filled = filled.replace(value.getKey(), value.getValue());
            }
            words.add(filled);
        }
        return words;
    }
}
