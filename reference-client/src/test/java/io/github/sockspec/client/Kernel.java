package io.github.sockspec.client;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the kernel knows of a TCP connection on this machine, so that a cut is a cut: the next piece waits for the last. */
final class Kernel {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private Kernel() {}

    /** Waits until the socket at {@code port}, connected to {@code remote}, has read all that came. */
    static void awaitRead(int port, int remote) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(DEADLINE)
                .until(() -> queue(port, remote, 1) == 0);
    }

    /** Waits until the socket at {@code port} has more to send than {@code remote} takes. */
    static void awaitBlocked(int port, int remote) {
        await().pollInterval(Duration.ofMillis(10)).atMost(DEADLINE).until(() -> queue(port, remote, 0) > 0);
    }

    /** The length of the send (0) or receive (1) queue; 0 too for a connection that is gone. */
    private static long queue(int port, int remote, int which) {
        return TABLES.stream()
                .flatMap(table -> lines(table).stream())
                .map(line -> line.trim().split("\\s+", -1))
                .filter(fields -> port(fields[1]) == port && port(fields[2]) == remote)
                .mapToLong(fields -> Long.parseLong(fields[4].split(":", -1)[which], 16))
                .sum();
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1), 16);
    }

    private static List<String> lines(Path table) {
        try {
            List<String> lines = Files.readAllLines(table);
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException("cuts are confirmed by " + table + ", which Linux has", e);
        }
    }
}
