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
    private ReferenceCommand() {}

    static Start.Command server(Protocol protocol) {
        // A collector of one thread, and a heap that is not as large as the machine invites it to be.
        List<String> machine =
                List.of("-XX:+UseSerialGC", "-XX:-UseDynamicNumberOfCompilerThreads", "-Xms16m", "-Xmx48m");
        return java(machine, io.github.sockspec.server.Main.class, words(Role.SERVER, Dialect.reference(protocol)));
    }

    static Start.Command client(Role role, Dialect dialect) {
        return java(List.of("-XX:+UseSerialGC"), io.github.sockspec.client.Main.class, words(role, dialect));
    }

    /**
     * What the command line of the reference program in that role takes, with the placeholders of a manifest.
     *
     * @throws StartFailure when there is no such program
     */
    static List<String> words(Role role, Dialect dialect) {
        Protocol protocol = dialect.protocol();
        return Optional.ofNullable(protocol.programs().reference().get(role))
                .orElseThrow(() -> new StartFailure("there is no reference " + role.word() + " of " + protocol.word()))
                .of(dialect.values());
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
