package io.github.sockspec.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The other side: does to each connection what its script says, and tells what it saw. */
final class Peer implements AutoCloseable {
    /** What is done to one connection; what it saw, in words. */
    interface Script {
        String play(Socket socket) throws IOException;
    }

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new ArrayList<>();
    private final BlockingQueue<String> saw = new LinkedBlockingQueue<>();

    Peer(Script script) throws IOException {
        this(InetAddress.getLoopbackAddress(), script);
    }

    Peer(InetAddress address, Script script) throws IOException {
        listener = new ServerSocket(0, 200, address);
        threads.submit(() -> {
            while (true) {
                Socket socket = accept();
                threads.submit(() -> saw.add(play(socket, script)));
            }
        });
    }

    private Socket accept() throws IOException {
        Socket socket = listener.accept();
        synchronized (this) {
            sockets.add(socket);
        }
        return socket;
    }

    private static String play(Socket socket, Script script) {
        try {
            return script.play(socket);
        } catch (IOException broken) {
            return String.valueOf(broken.getMessage());
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What the next script to end has returned. */
    String saw() throws InterruptedException {
        String words = saw.poll(20, TimeUnit.SECONDS);
        return words == null ? "nothing within 20 s" : words;
    }

    @Override
    public synchronized void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        }
        threads.shutdownNow();
    }
}
