package io.github.sockspec.wire;

import io.github.sockspec.protocol.Transport;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;

/** Short questions to an address, each asked with a socket that is closed again at once. */
public final class Probe {
    private static final int CONNECT_MILLIS = 1_000;

    private Probe() {}

    /**
     * Why a program that takes no special care could not bind {@code address} now, in the system's words; empty when it
     * could. Connections that linger there after an earlier program are such a reason.
     */
    public static Optional<String> unbindable(Transport transport, InetSocketAddress address) {
        try {
            if (transport == Transport.UDP) {
                new DatagramSocket(address).close();
            } else {
                bindWithoutReuse(address);
            }
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static void bindWithoutReuse(InetSocketAddress address) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(false);
            socket.bind(address);
        }
    }

    /** Whether a TCP connection to {@code address} can be had. A server that accepts only one has then had it. */
    public static boolean accepts(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
