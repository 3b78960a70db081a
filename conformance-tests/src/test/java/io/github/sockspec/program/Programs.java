package io.github.sockspec.program;

import io.github.sockspec.conversation.ScriptedConversations;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small Python servers with one property each, as implementations. */
final class Programs {
    /** A server that listens, accepts and answers nothing. */
    static final String LISTENS = """
            import socket, sys, time
            s = socket.socket()
            s.bind((sys.argv[1], int(sys.argv[2])))
            s.listen()
            """;

    /** What keeps a program running. */
    static final String STAYS = "while True: time.sleep(60)\n";

    private Programs() {}

    /** {@code script}, run with the host and port as its arguments. */
    static Implementation python(String script) {
        return python(Protocol.required("exec"), script, Optional.empty());
    }

    static Implementation python(Protocol protocol, String script, Optional<InetSocketAddress> address) {
        return command(protocol, List.of("python3", "-u", "-c", script, "{host}", "{port}"), Map.of(), address);
    }

    static Implementation command(
            Protocol protocol, List<String> command, Map<String, String> files, Optional<InetSocketAddress> address) {
        return command(protocol, command, Path.of("").toAbsolutePath(), files, address);
    }

    static Implementation command(
            Protocol protocol,
            List<String> command,
            Path directory,
            Map<String, String> files,
            Optional<InetSocketAddress> address) {
        return new Implementation(
                "probe",
                protocol,
                Role.SERVER,
                new Start.Command(new ArrayList<>(command), directory, files, address),
                Dialect.reference(protocol),
                List.of(),
                ScriptedConversations.in(Dialect.reference(protocol)),
                Map.of());
    }
}
