package io.github.sockspec.program;

import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that run the reference programs in processes of their own, where what they hold can be measured. */
final class ReferenceCommand {
    private static final String SERVER = "{host}:{port}";

    private ReferenceCommand() {}

    static Start.Command server(Protocol protocol) {
        List<String> arguments = new ArrayList<>(List.of("--" + protocol.word(), "{port}"));
        if (protocol.word().equals("login")) {
            arguments.addAll(List.of("--accounts", "{accounts}"));
        }
        // A collector of one thread, and a heap that is not as large as the machine invites it to be.
        List<String> machine =
                List.of("-XX:+UseSerialGC", "-XX:-UseDynamicNumberOfCompilerThreads", "-Xms16m", "-Xmx48m");
        return java(machine, io.github.sockspec.server.Main.class, arguments);
    }

    static Start.Command client(Protocol protocol, Role role, Dialect dialect) {
        return java(List.of("-XX:+UseSerialGC"), io.github.sockspec.client.Main.class, words(protocol, role, dialect));
    }

    /** What the reference client's command line takes, with the placeholders of a manifest. */
    static List<String> words(Protocol protocol, Role role, Dialect dialect) {
        return switch (protocol.word()) {
            case "login" -> List.of("login", SERVER);
            case "exec" -> decodes(dialect) ? List.of("exec", SERVER, "--charset", "GBK") : List.of("exec", SERVER);
            // A short interval: three unanswered questions must not hold up a run for seconds.
            case "hello" -> List.of("hello", SERVER, "--interval", "0.3");
            default -> role == Role.TOOL ? List.of("md5", "{file}") : List.of("digest", SERVER, "{file}");
        };
    }

    private static boolean decodes(Dialect dialect) {
        return !dialect.is("output", "utf-8");
    }

    private static Start.Command java(List<String> machine, Class<?> main, List<String> arguments) {
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(machine);
        words.addAll(List.of("-cp", classes(main), main.getName()));
        words.addAll(arguments);
        return new Start.Command(words, Path.of("").toAbsolutePath(), Map.of(), Optional.empty());
    }

    /** The jar or directory of the program's classes; nothing else is needed, for it uses the JDK alone. */
    private static String classes(Class<?> main) {
        try {
            return Path.of(main.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new StartFailure("the reference program's classes can't be found", impossible);
        }
    }
}
