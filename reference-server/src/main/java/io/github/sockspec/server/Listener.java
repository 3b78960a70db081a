package io.github.sockspec.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Accepts the connections of one TCP service and gives each a thread of its own, which ends with it. The accepting
 * thread also closes connections that have been idle too long, so that idleness costs no timers.
 */
final class Listener implements Endpoint {
    private static final int BACKLOG = 4096; // the kernel lowers it to its own limit
    private static final int STACK_BYTES = 192 * 1024; // thousands of idle connections have a stack each
    private static final long NOTICE_EVERY_NANOS = Duration.ofSeconds(5).toNanos();
    private static final long FORCED_END_NANOS = Duration.ofSeconds(3).toNanos();

    /** One protocol's side of a conversation. */
    interface Protocol {
        /** Serves one client until it ends or breaks the protocol. The caller closes the connection. */
        void serve(Connection client) throws IOException;
    }

    private final Service service;
    private final Protocol protocol;
    private final ServerSocketChannel server;
    private final InetSocketAddress address;
    private final int maxConnections;
    private final Duration idle;
    private final Consumer<String> notices;
    private final Map<Connection, Thread> connections = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long lastSweep = System.nanoTime();
    private long lastNotice = lastSweep - NOTICE_EVERY_NANOS;

    Listener(Service service, InetSocketAddress wanted, ServerOptions options, Protocol protocol) throws IOException {
        this.service = service;
        this.protocol = protocol;
        maxConnections = options.limit(Limit.CONNECTIONS);
        idle = Duration.ofSeconds(options.limit(Limit.IDLE));
        notices = options.notices();
        server = ServerSocketChannel.open();
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true); // EXEC-15: TIME_WAIT does not block a restart
            server.bind(wanted, BACKLOG);
            server.socket().setSoTimeout(Math.toIntExact(idle.toMillis() / 4));
            address = (InetSocketAddress) server.getLocalAddress();
        } catch (IOException e) {
            server.close();
            throw e;
        }
        thread(this::acceptUntilStopped, "accept").start();
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public void stopAccepting() {
        stopped.countDown();
        try {
            server.close();
        } catch (IOException e) {
            notices.accept(service.label() + ": " + e.getMessage());
        }
        connections.keySet().forEach(Connection::stopReading);
    }

    @Override
    public void awaitEnd(long deadline) {
        joinAll(deadline);
        connections.keySet().forEach(Connection::abort);
        joinAll(System.nanoTime() + FORCED_END_NANOS);
    }

    private void joinAll(long deadline) {
        try {
            for (Thread thread : connections.values()) {
                long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                thread.join(Math.max(1, millis));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever interrupts the stop wants it without the wait
        }
    }

    private void acceptUntilStopped() {
        while (server.isOpen()) {
            try {
                welcome(server.socket().accept());
            } catch (SocketTimeoutException quiet) {
                // no newcomer: time to look for idle connections
            } catch (IOException | OutOfMemoryError e) { // no descriptor or no thread left: others go on
                pauseAfter(e);
            }
            sweep();
        }
    }

    private void welcome(Socket socket) throws IOException {
        if (connections.size() >= maxConnections) {
            socket.close();
            notice("refused a client: " + maxConnections + " connections are open (--max-connections)");
            return;
        }
        Connection connection = new Connection(socket.getChannel());
        Thread thread = thread(() -> serve(connection), "client");
        connections.put(connection, thread);
        try {
            thread.start();
        } catch (OutOfMemoryError noThread) {
            connections.remove(connection);
            connection.abort();
            throw noThread;
        }
        if (!server.isOpen()) {
            connection.stopReading(); // it came while the server was being stopped
        }
    }

    private void serve(Connection connection) {
        try (connection) {
            connection.sendWithoutDelay();
            protocol.serve(connection);
        } catch (IOException gone) {
            // The client reset or was idle too long. That is its right, and no news for the operator.
        } catch (OutOfMemoryError e) {
            notices.accept(service.label() + ": closed a connection: " + e.getMessage());
        } finally {
            connections.remove(connection);
        }
    }

    private void sweep() {
        long now = System.nanoTime();
        if (now - lastSweep >= idle.toNanos() / 4) {
            lastSweep = now;
            connections.keySet().stream().filter(c -> c.isIdle(now, idle)).forEach(Connection::abort);
        }
    }

    private void pauseAfter(Throwable trouble) {
        if (!server.isOpen()) {
            return;
        }
        notice("can't accept a client: " + trouble.getMessage());
        try {
            stopped.await(100, TimeUnit.MILLISECONDS); // else a lack of descriptors would keep a processor busy
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void notice(String what) {
        long now = System.nanoTime();
        if (now - lastNotice >= NOTICE_EVERY_NANOS) {
            lastNotice = now;
            notices.accept(service.label() + ": " + what);
        }
    }

    private Thread thread(Runnable task, String role) {
        Thread thread = new Thread(null, task, service.label() + "-" + role, STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }
}
