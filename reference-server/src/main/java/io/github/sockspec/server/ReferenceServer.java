package io.github.sockspec.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A running server of any of the four protocols. Several may run in one process, and keep it until they are closed. */
public final class ReferenceServer implements AutoCloseable {
    private static final int BACKLOG = 4096; // the kernel lowers it to its own limit
    private static final int LINGER_MILLIS = 1000;

    /** One protocol's side of a conversation over TCP. */
    interface Protocol {
        /** Serves one client until it ends or breaks the protocol; then it is closed. */
        void serve(Socket client) throws IOException, InterruptedException;
    }

    private final Map<Service, InetSocketAddress> addresses = new EnumMap<>(Service.class);
    private final List<Closeable> listening = new ArrayList<>();
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;
    private final int idleMillis;

    private ReferenceServer(ServerOptions options) {
        int most = options.services().size() + options.number("--max-connections", 6000);
        // Each thread ends with its task: when clients have gone there are no more threads than before (LOGIN-10).
        threads = new ThreadPoolExecutor(0, most, 0, TimeUnit.SECONDS, new SynchronousQueue<>(), (task, pool) -> {
            throw new RejectedExecutionException("there are as many as --max-connections allows");
        });
        idleMillis = 1000 * options.number("--idle-timeout", 300);
    }

    /**
     * Starts the services that the options name. All of them listen when this returns.
     *
     * @throws IllegalArgumentException when an option can't be used, or none names a service
     * @throws IOException when the account file or an address can't be used; nothing is left listening
     */
    public static ReferenceServer start(ServerOptions options) throws IOException {
        SocketChannel.open().close(); // the first close needs a descriptor for ever: later there may be none left
        ReferenceServer server = new ReferenceServer(options);
        try {
            for (Service service : options.services()) {
                server.open(service, options);
            }
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** {@return where this service listens; it must be one of those that were started} */
    public InetSocketAddress address(Service service) {
        return Objects.requireNonNull(addresses.get(service), service + " is not served");
    }

    /** Stops. Requests that were read whole have 5 s to be answered; within 8 s all has ended. */
    @Override
    public void close() {
        threads.shutdown();
        listening.forEach(ReferenceServer::quietly);
        clients.forEach(client -> quietly(client::shutdownInput)); // what was read before is answered
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow(); // an interrupt closes what a thread waits for, and ends its command
                threads.awaitTermination(3, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
        }
    }

    private void open(Service service, ServerOptions options) throws IOException {
        InetSocketAddress address = new InetSocketAddress(options.address(), options.number("--" + service, 0));
        try {
            switch (service) {
                case LOGIN -> listen(service, address, new LoginServer(options));
                case EXEC -> listen(service, address, new ExecServer(options));
                case HELLO -> hear(address);
                case DIGEST -> listen(service, address, new DigestServer());
            }
        } catch (SocketException e) {
            throw new IOException("--" + service + " can't listen on " + address + ": " + e.getMessage(), e);
        }
    }

    private void hear(InetSocketAddress address) throws IOException {
        DatagramSocket socket = new DatagramSocket(address);
        listening.add(socket);
        addresses.put(Service.HELLO, (InetSocketAddress) socket.getLocalSocketAddress());
        threads.execute(new HelloServer(socket));
    }

    private void listen(Service service, InetSocketAddress address, Protocol protocol) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(); // with SO_REUSEADDR: a restart at once (EXEC-15)
        listening.add(server);
        server.bind(address, BACKLOG);
        addresses.put(service, (InetSocketAddress) server.getLocalAddress());
        threads.execute(() -> accept(server, protocol));
    }

    private void accept(ServerSocketChannel server, Protocol protocol) {
        while (server.isOpen()) {
            try {
                welcome(server.accept().socket(), protocol);
            } catch (IOException | RejectedExecutionException | OutOfMemoryError e) {
                complain(e); // too many clients, or no descriptor or thread is left
            }
        }
    }

    private void welcome(Socket client, Protocol protocol) {
        clients.add(client);
        try {
            threads.execute(() -> serve(client, protocol));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            clients.remove(client);
            quietly(client);
            throw e;
        }
    }

    private void serve(Socket client, Protocol protocol) {
        try (client) {
            client.setTcpNoDelay(true); // no reply waits until the one before is acknowledged
            client.setSoTimeout(idleMillis);
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
        client.shutdownOutput();
        client.setSoTimeout(LINGER_MILLIS);
        byte[] unread = new byte[8192];
        long start = System.nanoTime();
        while (client.getInputStream().read(unread) >= 0) {
            if (System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(LINGER_MILLIS)) {
                return;
            }
        }
    }

    /** Says so ten times a second at most, and leaves the processor to others in between. */
    private void complain(Throwable trouble) {
        if (!threads.isShutdown()) {
            System.err.println("reference-server: can't serve a client: " + trouble.getMessage());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static void quietly(Closeable closing) {
        try {
            closing.close();
        } catch (IOException e) {
            // it is closed all the same
        }
    }
}
