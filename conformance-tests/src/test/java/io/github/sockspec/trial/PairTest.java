package io.github.sockspec.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.manifest.Manifests;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.StartFailure;
import io.github.sockspec.verdict.PairJudge.Side;
import io.github.sockspec.wire.Listener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client and a server talk through the relay whatever addresses they fix, the same one among them. */
class PairTest {
    private static final Path PROGRAMS =
            Path.of(System.getProperty("sockspec.home", "..")).resolve("fixtures/implementations");
    private static final Delivery AS_IT_COMES = Delivery.of(List.of());

    @TempDir
    private Path directory;

    /** A right login program; where its address is none, it is given one. */
    private Implementation program(String role, String command, String address) throws IOException {
        String manifest = """
                name: the %1$s
                protocol: login
                role: %1$s
                start:
                  command: [%2$s]
                  directory: %3$s
                """.formatted(role, command, PROGRAMS.toAbsolutePath().normalize());
        Path file = directory.resolve(role + ".yaml");
        Files.writeString(file, address.equals("none") ? manifest : manifest + "  address: \"" + address + "\"\n");
        return Manifests.read(file);
    }

    private Implementation server(String address) throws IOException {
        String program = address.startsWith("[")
                ? "ruby, --disable=gems, independent/ruby/login_server.rb, "
                : "python3, correct/login_server.py, ";
        return program("server", program + words(address) + ", \"{accounts}\"", address);
    }

    private Implementation client(String address) throws IOException {
        return program("client", "python3, correct/login_client.py, " + words(address), address);
    }

    /** What a program has to be told so that it does what one does that fixes the address. */
    private static String words(String address) {
        int colon = address.lastIndexOf(':');
        String host = address.substring(0, Math.max(colon, 0)).replaceAll("[\\[\\]]", "");
        return colon < 0 ? "\"{host}\", \"{port}\"" : "\"" + host + "\", \"" + address.substring(colon + 1) + "\"";
    }

    private static Side blamed(Implementation client, Implementation server) {
        try (Pair pair = new Pair(client, server, "again")) {
            return pair.talk(AS_IT_COMES, AS_IT_COMES).blame().side();
        }
    }

    private static boolean networksCanBeMade() {
        return NetworkNamespace.fresh()
                .map(network -> {
                    network.close();
                    return true;
                })
                .orElse(false);
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.13.22:28899, 192.168.13.22:28899",
        "127.0.0.1:28080,     127.0.0.1:28080",
        "127.0.0.1:28080,     0.0.0.0:28080",
        "127.0.0.1:28080,     [::]:28080"
    })
    void talk_bothFixTheSame_nobodyIsToBlame(String client, String server) throws IOException {
        Implementation asks = client(client);
        Implementation answers = server(server);
        if (networksCanBeMade()) {
            assertEquals(Side.NOBODY, blamed(asks, answers));
        } else {
            StartFailure failure = assertThrows(StartFailure.class, () -> blamed(asks, answers));
            assertTrue(String.valueOf(failure.getMessage()).endsWith("or as root"), failure::getMessage);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.2:28080,  127.0.0.1:28080",
        "127.0.0.1:28080,  127.0.0.1:28081",
        "127.0.0.1:28080,  none",
        "none,             127.0.0.1:28080",
        "none,             0.0.0.0:28080",
        "none,             none",
        "127.0.0.2:{port}, 127.0.0.2:{port}"
    })
    void talk_addressesDiffer_nobodyIsToBlame(String client, String server) throws IOException {
        assertEquals(Side.NOBODY, blamed(client(client), server(server)));
    }

    /** Neither needs the port of this machine, so that it may be taken. */
    @Test
    void talk_addressTakenOutside_makesNoDifference() throws IOException {
        try (Listener taken = Listener.at(new InetSocketAddress("127.0.0.1", 28082))) {
            Implementation asks = client("127.0.0.1:" + taken.address().getPort());
            Implementation answers = server("127.0.0.1:" + taken.address().getPort());
            if (networksCanBeMade()) {
                assertEquals(Side.NOBODY, blamed(asks, answers));
            } else {
                assertThrows(StartFailure.class, () -> blamed(asks, answers));
            }
        }
    }
}
