package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.sockspec.client.PeerException.Failure;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Says {@code hello} over UDP until it is answered, three times in all. */
public final class HelloClient {
    private static final int ASKS = 3;
    private static final byte[] HELLO = "hello".getBytes(US_ASCII);
    private static final int LARGEST = 65_507;

    private final InetSocketAddress server;
    private final Timeouts timeouts;

    /** Sends nothing yet. */
    public HelloClient(InetSocketAddress server, Timeouts timeouts) {
        this.server = server;
        this.timeouts = timeouts;
    }

    /**
     * Asks, from a port of its own, and returns the first datagram that the server sends back, 0 to 65,507 bytes of any
     * content (HELLO-C1, HELLO-C3).
     *
     * @throws PeerException if none came within three intervals (HELLO-C2), or none could be sent
     */
    public byte[] ask() throws IOException {
        String name = server.getHostString() + ":" + server.getPort();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(server); // from here on the kernel drops what others send (HELLO-C4)
            DatagramPacket reply = new DatagramPacket(new byte[LARGEST], LARGEST);
            for (int i = 0; i < ASKS; i++) {
                socket.send(new DatagramPacket(HELLO, HELLO.length));
                if (isAnswered(socket, reply)) {
                    return Arrays.copyOf(reply.getData(), reply.getLength());
                }
            }
        } catch (IOException e) {
            throw new PeerException(Failure.UNREACHABLE, "cannot ask " + name + ": " + e.getMessage());
        }
        long millis = timeouts.interval().toMillis();
        throw new PeerException(
                Failure.SILENT, name + " answered none of " + ASKS + " datagrams within " + millis + " ms each");
    }

    private boolean isAnswered(DatagramSocket socket, DatagramPacket reply) throws IOException {
        long deadline = System.nanoTime() + timeouts.interval().toNanos();
        for (long left = timeouts.interval().toNanos(); left > 0; left = deadline - System.nanoTime()) {
            try {
                socket.setSoTimeout((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
                socket.receive(reply);
                return true;
            } catch (SocketTimeoutException | PortUnreachableException e) {
                // Refused is no reason to hurry: a server that is just starting gets its whole interval.
            }
        }
        return false;
    }
}
