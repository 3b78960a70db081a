package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.SocketException;

/**
 * HELLO: every datagram, whatever it holds, is answered with the datagram {@code hi}, sent to where it came from. Two
 * bytes for one datagram: a forged sender makes nobody's flood larger (HELLO-6).
 */
final class HelloServer implements Runnable {
    private static final byte[] HI = "hi".getBytes(US_ASCII);
    private static final int LARGEST_DATAGRAM = 65_507;

    private final DatagramSocket socket;

    HelloServer(DatagramSocket socket) throws SocketException {
        this.socket = socket;
        socket.setReceiveBufferSize(4 << 20); // for bursts (HELLO-2); the kernel lowers it to its own limit
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
}
