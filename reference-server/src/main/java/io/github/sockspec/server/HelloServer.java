package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;

/**
 * HELLO: every datagram, whatever it holds, is answered with the datagram {@code hi}, sent to where it came from. Two
 * bytes for one datagram: a forged sender makes nobody's flood larger (HELLO-6).
 */
record HelloServer(DatagramSocket socket) implements Runnable {
    @Override
    public void run() {
        byte[] hi = "hi".getBytes(US_ASCII);
        DatagramPacket asked = new DatagramPacket(new byte[1], 1); // the rest of it is dropped unseen
        while (!socket.isClosed()) {
            try {
                socket.receive(asked);
                socket.send(new DatagramPacket(hi, hi.length, asked.getSocketAddress()));
            } catch (IOException e) {
                // Stopped, or one asker can't be reached, which is no reason to leave the next alone (HELLO-5).
            }
        }
    }
}
