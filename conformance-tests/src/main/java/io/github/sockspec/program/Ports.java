package io.github.sockspec.program;

import io.github.sockspec.kernel.PortClaims;
import io.github.sockspec.kernel.SocketTable;
import io.github.sockspec.protocol.Transport;
import io.github.sockspec.wire.Probe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;

/**
 * Ports for programs that are told where to listen. They lie below the range from which the system takes ports for
 * outgoing connections: above its start, a connection could take the port between the choice and the program's bind.
 */
final class Ports {
    private static final Path RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final int LOWEST = 10_000;
    private static final int USUAL_RANGE_START = 32_768;
    private static final int ENOUGH = 1_000;
    private static final int ATTEMPTS = 1_000;

    private Ports() {}

    /** A port on which nothing waits and that can be bound, reserved among all harnesses here until it is given back. */
    static int reserve(Transport transport, InetAddress host, SocketTable sockets) {
        int end = Math.max(rangeStart(), LOWEST + ENOUGH);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = LOWEST + RandomGenerator.getDefault().nextInt(end - LOWEST);
            if (PortClaims.here().claim(port, 1)) {
                boolean free = sockets.waiting(transport, port).isEmpty()
                        && Probe.unbindable(transport, new InetSocketAddress(host, port))
                                .isEmpty();
                if (free) {
                    return port;
                }
                giveBack(port);
            }
        }
        throw new StartFailure("no free port was found between " + LOWEST + " and " + end);
    }

    static void giveBack(int port) {
        PortClaims.here().release(port);
    }

    private static int rangeStart() {
        try {
            return Integer.parseInt(Files.readString(RANGE).strip().split("\\s+", 2)[0]);
        } catch (IOException | NumberFormatException notLinux) {
            return USUAL_RANGE_START;
        }
    }
}
