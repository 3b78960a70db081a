package io.github.sockspec.target;

import io.github.sockspec.server.Main;
import io.github.sockspec.spec.Protocol;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command that runs the reference server in a process of its own, where what it holds can be measured. */
final class LaunchedReference {
    private LaunchedReference() {}

    static Start.Command command(Protocol protocol) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> words = new ArrayList<>(List.of(
                java.toString(),
                // A collector of one thread, and a heap that is not as large as the machine invites it to be.
                "-XX:+UseSerialGC",
                "-XX:-UseDynamicNumberOfCompilerThreads",
                "-Xms16m",
                "-Xmx48m",
                "-cp",
                classes().toString(),
                Main.class.getName(),
                "--" + protocol.word(),
                "{port}"));
        if (protocol.word().equals("login")) {
            words.addAll(List.of("--accounts", "{accounts}"));
        }
        return new Start.Command(words, Path.of("").toAbsolutePath(), Map.of(), Optional.empty());
    }

    /** The jar or directory of the server's classes; nothing else is needed, for it uses the JDK alone. */
    private static Path classes() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new StartFailure("the reference server's classes can't be found", impossible);
        }
    }
}
