package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;

/**
 * HELLO: every datagram, whatever it holds, is answered with the datagram {@code hi}, sent to where it came from. Two
 * bytes for one datagram: a forged sender makes nobody's flood larger (HELLO-6).
 */
final class HelloServer implements ReferenceServer.Endpoint {
    private static final byte[] HI = "hi".getBytes(US_ASCII);
    private static final int QUEUE_BYTES = 4 << 20; // for bursts (HELLO-2); the kernel lowers it to its own limit
    private static final int LARGEST_DATAGRAM = 65_507;

    private final DatagramSocket socket;

    HelloServer(InetSocketAddress address) throws SocketException {
        socket = new DatagramSocket(address);
        socket.setReceiveBufferSize(QUEUE_BYTES);
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public void run() {
        DatagramPacket asked = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
        while (!socket.isClosed()) {
            try {
                socket.receive(asked);
                socket.send(new DatagramPacket(HI, HI.length, asked.getSocketAddress()));
            } catch (IOException e) {
                // Stopped, or one asker can't be reached, which is no reason to leave the next alone (HELLO-5).
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
