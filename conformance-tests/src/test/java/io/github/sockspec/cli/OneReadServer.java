package io.github.sockspec.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A login server in the manner of the course: one read is taken for one request. Whole requests are answered rightly. */
final class OneReadServer implements AutoCloseable {
    private final ServerSocket listening;

    OneReadServer() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    /** A manifest of it, at its address. */
    Path manifest(Path directory) throws IOException {
        return Files.writeString(
                directory.resolve("one read's manifest.yaml"), """
                name: one-read
                protocol: login
                role: server
                start: {address: "127.0.0.1:%d"}
                """.formatted(listening.getLocalPort()));
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void serve(Socket client) {
        try (client) {
            byte[] buffer = new byte[1024];
            for (int read = client.getInputStream().read(buffer);
                    read > 0;
                    read = client.getInputStream().read(buffer)) {
                String request = new String(buffer, 0, read, StandardCharsets.UTF_8).strip();
                String reply = request.equals("chen|123") ? "success" : "fail";
                client.getOutputStream().write(reply.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException gone) {
            // The harness resets connections on purpose.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "one-read");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
