package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * HELLO: every datagram, whatever is in it, is answered with the datagram {@code hi}, sent to where it came from. Two
 * bytes for each datagram: a forged sender address makes nobody's flood larger (HELLO-6).
 */
final class HelloServer implements Endpoint {
    private static final int QUEUE_BYTES = 4 << 20; // for bursts (HELLO-2); the kernel lowers it to its own limit
    private static final int LARGEST_DATAGRAM = 65_507;

    private final DatagramChannel channel;
    private final InetSocketAddress address;

    HelloServer(InetSocketAddress wanted) throws IOException {
        channel = DatagramChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, QUEUE_BYTES);
            channel.bind(wanted);
            address = (InetSocketAddress) channel.getLocalAddress();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        Thread thread = new Thread(this::serve, "hello");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        ByteBuffer question = ByteBuffer.allocateDirect(LARGEST_DATAGRAM);
        ByteBuffer answer = ByteBuffer.wrap("hi".getBytes(US_ASCII));
        while (channel.isOpen()) {
            try {
                SocketAddress asker = channel.receive(question.clear());
                channel.send(answer.rewind(), asker);
            } catch (IOException e) {
                // Stopped, or this asker can't be reached: that is no reason to leave the next one alone (HELLO-5).
            }
        }
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void stopAccepting() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // it is closed all the same
        }
    }

    @Override
    public void awaitEnd(long deadline) {
        // a datagram is answered as soon as it is read: nothing is under way
    }
}
