package io.github.sockspec.bench;

import io.github.sockspec.kernel.WireFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A server in this process that tells, once its client has half-closed, the size of every read it made: what benchmarks
 * measure the carrier on. One client at a time.
 */
public final class ReadCounter implements AutoCloseable {
    private static final int READ_SIZE = 1 << 16;

    private final ServerSocket listener;

    /** Listens on loopback, on a port that the system chooses. */
    public ReadCounter() {
        try {
            listener = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException noDescriptorLeft) {
            throw new WireFailure("no socket could be opened", noDescriptorLeft);
        }
        Thread thread = new Thread(this::serve, "read-counter");
        thread.setDaemon(true);
        thread.start();
    }

    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                client.getOutputStream().write(sizes(client.getInputStream()).getBytes(StandardCharsets.US_ASCII));
            } catch (IOException gone) {
                // A client that leaves early has nothing to be told; a closed listener ends the loop.
            }
        }
    }

    private static String sizes(InputStream in) throws IOException {
        byte[] buffer = new byte[READ_SIZE];
        StringBuilder sizes = new StringBuilder();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            sizes.append(sizes.isEmpty() ? "" : " ").append(length);
        }
        return sizes.toString();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException unclosable) {
            throw new WireFailure("a socket could not be closed", unclosable);
        }
    }
}
