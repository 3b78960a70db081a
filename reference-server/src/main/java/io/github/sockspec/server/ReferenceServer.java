package io.github.sockspec.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.ServerSocketChannel;
import java.security.GeneralSecurityException;
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
    /** A protocol over TCP: serves one client until it ends or breaks the protocol. Then the connection is closed. */
    interface Protocol {
        void serve(Socket client) throws IOException, InterruptedException, GeneralSecurityException;
    }

    private final ServerOptions options;
    private final Map<Service, InetSocketAddress> addresses = new ConcurrentHashMap<>();
    private final Set<Closeable> inputs = ConcurrentHashMap.newKeySet(); // where more may come from, until it is closed
    private final ThreadPoolExecutor threads;

    private ReferenceServer(ServerOptions options) {
        this.options = options;
        int most = options.services().size() + options.number("--max-connections", 6000);
        // Each thread ends with its task: when clients have gone there are no more threads than before (LOGIN-10).
        threads = new ThreadPoolExecutor(0, most, 0, TimeUnit.SECONDS, new SynchronousQueue<>(), (task, pool) -> {
            throw new RejectedExecutionException("there are as many as --max-connections allows");
        });
    }

    /**
     * Starts the services that the options name. All of them listen when this returns.
     *
     * @throws IllegalArgumentException when an option can't be used, or none names a service
     * @throws IOException when the account file or an address can't be used; nothing is left listening
     */
    public static ReferenceServer start(ServerOptions options) throws IOException {
        ServerSocketChannel.open().close(); // the first close needs a descriptor for ever: later there may be none left
        ReferenceServer server = new ReferenceServer(options);
        try {
            for (Service service : options.services()) {
                server.open(service);
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
        for (Closeable input : inputs) { // what was read before is answered
            try {
                input.close();
            } catch (IOException e) {
                // it is closed all the same
            }
        }
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow(); // an interrupt closes what a thread waits for, and ends its command
                threads.awaitTermination(3, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
        }
    }

    private void open(Service service) throws IOException {
        InetSocketAddress address = options.address(service);
        try {
            switch (service) {
                case LOGIN -> listen(service, address, new LoginServer(options));
                case EXEC -> listen(service, address, new ExecServer(options));
                case HELLO -> hear(service, address);
                case DIGEST -> listen(service, address, new DigestServer());
            }
        } catch (SocketException e) {
            throw new IOException("--" + service + " can't listen on " + address + ": " + e.getMessage(), e);
        }
    }

    private void hear(Service service, InetSocketAddress address) throws IOException {
        DatagramSocket socket = new DatagramSocket(address);
        inputs.add(socket);
        socket.setReceiveBufferSize(4 << 20); // for bursts (HELLO-2); the kernel lowers it to its own limit
        addresses.put(service, (InetSocketAddress) socket.getLocalSocketAddress());
        threads.execute(new HelloServer(socket));
    }

    private void listen(Service service, InetSocketAddress address, Protocol protocol) throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open(); // with SO_REUSEADDR: a restart at once (EXEC-15)
        inputs.add(door);
        door.bind(address, 4096); // who may wait to be let in; the kernel lowers it to its own limit
        addresses.put(service, (InetSocketAddress) door.getLocalAddress());
        threads.execute(() -> accept(door, protocol));
    }

    /** Lets a client in, leaves the door to another thread, and serves. If none can be had, the client is refused. */
    private void accept(ServerSocketChannel door, Protocol protocol) {
        boolean atTheDoor = true;
        while (atTheDoor && door.isOpen()) {
            try (Socket client = door.accept().socket()) {
                threads.execute(() -> accept(door, protocol));
                atTheDoor = false;
                serve(client, protocol);
            } catch (IOException | RejectedExecutionException | OutOfMemoryError e) {
                if (!threads.isShutdown()) { // too many clients, or no descriptor or thread is left
                    System.err.println("reference-server: can't serve a client: " + e.getMessage());
                    LockSupport.parkNanos(100_000_000); // ten times a second is enough
                }
            }
        }
    }

    private void serve(Socket client, Protocol protocol) {
        Closeable input = client::shutdownInput;
        inputs.add(input);
        try {
            if (threads.isShutdown()) {
                return; // close() may not have met this client
            }
            client.setTcpNoDelay(true); // no reply waits until the one before is acknowledged
            client.setSoTimeout(1000 * options.number("--idle-timeout", 300));
            protocol.serve(client);
            endGently(client);
        } catch (IOException | InterruptedException gone) {
            // The client reset the connection or was idle too long, which is its right and no news.
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        } finally {
            inputs.remove(input);
        }
    }

    /** Drops what the client still sends: to close with unread input sends a reset, which destroys the last reply. */
    private static void endGently(Socket client) throws IOException {
        client.shutdownOutput();
        client.setSoTimeout(1000);
        byte[] unread = new byte[8192];
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
        while (end - System.nanoTime() > 0 && client.getInputStream().read(unread) >= 0) {}
    }
}
