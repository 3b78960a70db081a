package io.github.sockspec.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that does with each connection what a script says, one connection after the other. */
final class ScriptedServer implements AutoCloseable {
    /** What is done with one connection; the end of the script closes it. */
    interface Script {
        void play(Peer client) throws IOException;
    }

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();
    private final CompletableFuture<Void> played = new CompletableFuture<>();
    private volatile int last;

    ScriptedServer(Script script) throws IOException {
        Thread thread = new Thread(() -> serve(script), "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Script script) {
        try (listener) {
            for (Socket next = listener.accept(); next.getPort() != last; next = listener.accept()) {
                connections.incrementAndGet();
                try (Socket socket = next) {
                    script.play(new Peer(socket));
                }
            }
            played.complete(null);
        } catch (IOException | RuntimeException | AssertionError e) {
            played.completeExceptionally(e);
        }
    }

    InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    String name() {
        return "127.0.0.1:" + listener.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** Ends the play when every connection made so far was served; what went wrong on the stage comes out here. */
    @Override
    public void close() throws IOException {
        try (Socket farewell = new Socket()) {
            farewell.bind(new InetSocketAddress(listener.getInetAddress(), 0));
            last = farewell.getLocalPort();
            if (!played.isDone()) {
                farewell.connect(address());
            }
            played.orTimeout(60, TimeUnit.SECONDS).join();
        }
    }

    /** The client, as the server sees it. */
    static final class Peer {
        private final Socket socket;
        private final InputStream in;

        private Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
        }

        /** The next line with its LF, or what came before the end. One char a byte. */
        String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int next = 0;
            while (next != '\n' && (next = in.read()) >= 0) {
                line.write(next);
            }
            return line.toString(ISO_8859_1);
        }

        byte[] bytes(int count) throws IOException {
            return in.readNBytes(count);
        }

        /** All that comes until the client has gone, by FIN or, when it left something unread, by RST. */
        byte[] rest() throws IOException {
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            try {
                in.transferTo(rest);
            } catch (SocketException e) {
                return rest.toByteArray();
            }
            return rest.toByteArray();
        }

        void send(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }

        /** Sends the bytes in pieces of the given ends, each when the client has read the one before. */
        void sendCut(byte[] bytes, int... ends) throws IOException {
            int from = 0;
            for (int end : ends) {
                send(Arrays.copyOfRange(bytes, from, end));
                Kernel.awaitRead(socket.getPort(), socket.getLocalPort());
                from = end;
            }
            send(Arrays.copyOfRange(bytes, from, bytes.length));
        }

        void sendByteByByte(byte[] bytes) throws IOException {
            int[] ends = new int[bytes.length];
            Arrays.setAll(ends, i -> i + 1);
            sendCut(bytes, ends);
        }

        /** Waits until the client has read all that was sent: a reset after that destroys nothing. */
        void awaitRead() {
            Kernel.awaitRead(socket.getPort(), socket.getLocalPort());
        }

        /** Waits until the client can't send on, because nobody reads. */
        void awaitBlocked() {
            Kernel.awaitBlocked(socket.getPort(), socket.getLocalPort());
        }

        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }
    }
}
