package io.github.sockspec.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Accepts the clients of one TCP service, and has each served by a thread of its own. */
final class Listener implements ReferenceServer.Endpoint {
    private static final int BACKLOG = 4096; // the kernel lowers it to its own limit
    private static final int LINGER_SECONDS = 1;

    /** One protocol's side of a conversation. */
    interface Protocol {
        /** Serves one client until it ends or breaks the protocol; then it is closed. */
        void serve(Socket client) throws IOException, InterruptedException;
    }

    private final Protocol protocol;
    private final Executor threads;
    private final int idleSeconds;
    private final ServerSocketChannel server = ServerSocketChannel.open();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

    Listener(InetSocketAddress address, int idleSeconds, Executor threads, Protocol protocol) throws IOException {
        this.protocol = protocol;
        this.threads = threads;
        this.idleSeconds = idleSeconds;
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true); // a restart at once (EXEC-15)
            server.bind(address, BACKLOG);
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public InetSocketAddress address() {
        return (InetSocketAddress) server.socket().getLocalSocketAddress();
    }

    @Override
    public void run() {
        while (server.isOpen()) {
            try {
                welcome(server.accept().socket());
            } catch (IOException | RejectedExecutionException | OutOfMemoryError e) {
                complain(e); // too many clients, or no descriptor or thread is left
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket client : clients) {
            try {
                client.shutdownInput(); // what was read before is answered
            } catch (IOException e) {
                // this one has just ended by itself
            }
        }
    }

    private void welcome(Socket client) throws IOException {
        clients.add(client);
        try {
            threads.execute(() -> serve(client));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            clients.remove(client);
            client.close();
            throw e;
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true); // no reply waits until the one before is acknowledged
            client.setSoTimeout(idleSeconds * 1000);
            protocol.serve(client);
            endGently(client);
        } catch (IOException | InterruptedException gone) {
            // The client reset the connection or was idle too long, which is its right and no news.
        } finally {
            clients.remove(client);
        }
    }

    /**
     * Lets the last reply arrive. To close with unread input makes the kernel send a reset, which destroys replies that
     * are under way: so what the client still sends is read before, for a bounded time.
     */
    private static void endGently(Socket client) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LINGER_SECONDS);
        client.shutdownOutput();
        client.setSoTimeout(LINGER_SECONDS * 1000);
        byte[] unread = new byte[8192];
        while (System.nanoTime() < deadline && client.getInputStream().read(unread) >= 0) {
            // nobody wants it
        }
    }

    /** Says so ten times a second at most, and leaves the processor to others in between. */
    private void complain(Throwable trouble) {
        if (server.isOpen()) {
            System.err.println("reference-server: can't serve a client: " + trouble.getMessage());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
