package io.github.sockspec.target;

import io.github.sockspec.client.Main;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The command that runs the reference client in a process of its own. */
final class LaunchedReferenceClient {
    private LaunchedReferenceClient() {}

    static Start.Command command(Implementation implementation) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> machine = List.of(java.toString(), "-XX:+UseSerialGC", "-cp", classes(), Main.class.getName());
        List<String> words = Stream.concat(
                        machine.stream(),
                        ReferenceWords.of(implementation.protocol(), implementation.role(), implementation.dialect())
                                .stream())
                .toList();
        return new Start.Command(words, Path.of("").toAbsolutePath(), Map.of(), Optional.empty());
    }

    /** The jar or directory of the client's classes; nothing else is needed, for it uses the JDK alone. */
    private static String classes() {
        try {
            return Path.of(Main.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new StartFailure("the reference client's classes can't be found", impossible);
        }
    }
}
