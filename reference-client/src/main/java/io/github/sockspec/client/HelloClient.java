package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;

/** Says {@code hello} over UDP until it is answered, three times in all (HELLO-C2, HELLO-C3). */
public final class HelloClient {
    private final InetSocketAddress server;
    private final Timeouts timeouts;

    /** Sends nothing yet. */
    public HelloClient(InetSocketAddress server, Timeouts timeouts) {
        this.server = server;
        this.timeouts = timeouts;
    }

    /** Asks, from a port of its own; returns the first datagram of the server, whatever it says (HELLO-C1). */
    public DatagramPacket ask() throws IOException {
        String name = server.getHostString() + ":" + server.getPort();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(server); // from here on the kernel drops what others send (HELLO-C4)
            DatagramPacket hello = new DatagramPacket("hello".getBytes(US_ASCII), 5);
            DatagramPacket reply = new DatagramPacket(new byte[65_507], 65_507);
            for (int i = 0; i < 3; i++) {
                socket.send(hello);
                if (isAnswered(socket, reply)) {
                    return reply;
                }
            }
        } catch (IOException e) {
            throw new ConnectException("cannot ask " + name + " (" + e.getMessage() + ")");
        }
        long millis = timeouts.interval().toMillis();
        throw new SocketTimeoutException(name + " answered none of 3 datagrams, each awaited for " + millis + " ms");
    }

    private boolean isAnswered(DatagramSocket socket, DatagramPacket reply) throws IOException {
        long end = System.nanoTime() + timeouts.interval().toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            try {
                socket.setSoTimeout((int) TimeUnit.NANOSECONDS.toMillis(left) + 1); // 0 would mean for ever
                socket.receive(reply);
                return true;
            } catch (SocketTimeoutException | PortUnreachableException e) {
                // A refusal is no reason to hurry: a server that is just starting gets its whole interval.
            }
        }
        return false;
    }
}
