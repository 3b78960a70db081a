package io.github.sockspec.server;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A running server of any of the four protocols. Several may run in one process; all their threads are daemons. */
public final class ReferenceServer implements AutoCloseable {
    /** A bound socket. To run it is to serve its clients; to close it is to take nothing more from them. */
    interface Endpoint extends Runnable, Closeable {
        InetSocketAddress address();
    }

    private final Map<Service, Endpoint> endpoints = new EnumMap<>(Service.class);
    private final ThreadPoolExecutor threads;

    private ReferenceServer(int maxThreads) {
        // Each thread ends with its task: when clients have gone there are no more threads than before (LOGIN-10).
        threads = new ThreadPoolExecutor(
                0, maxThreads, 0, TimeUnit.SECONDS, new SynchronousQueue<>(), ReferenceServer::thread);
    }

    /**
     * Starts the services that the options name. All of them listen when this returns.
     *
     * @throws IllegalArgumentException when an option can't be used, or none names a service
     * @throws IOException when the account file or an address can't be used; nothing is left listening
     */
    public static ReferenceServer start(ServerOptions options) throws IOException {
        int maxThreads = Service.values().length + options.number("--max-connections", 6000);
        ReferenceServer server = new ReferenceServer(maxThreads);
        try {
            for (Service service : options.services()) {
                server.endpoints.put(service, server.open(service, options));
            }
            server.endpoints.values().forEach(server.threads::execute);
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** {@return where this service listens; it must be one of those that were started} */
    public InetSocketAddress address(Service service) {
        return Objects.requireNonNull(endpoints.get(service), service + " is not served")
                .address();
    }

    /** Stops. Requests that were read whole have 5 s to be answered; within 8 s all has ended. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            for (Endpoint endpoint : endpoints.values()) {
                endpoint.close();
            }
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow(); // an interrupt closes what a thread waits for, and ends its command
                threads.awaitTermination(3, TimeUnit.SECONDS);
            }
        } catch (IOException | InterruptedException e) {
            threads.shutdownNow();
        }
    }

    private Endpoint open(Service service, ServerOptions options) throws IOException {
        InetSocketAddress address = new InetSocketAddress(options.address(), options.number("--" + service, 0));
        int idleSeconds = options.number("--idle-timeout", 300);
        try {
            return switch (service) {
                case LOGIN -> new Listener(address, idleSeconds, threads, new LoginServer(options));
                case EXEC -> new Listener(address, idleSeconds, threads, new ExecServer(options));
                case HELLO -> new HelloServer(address);
                case DIGEST -> new Listener(address, idleSeconds, threads, new DigestServer());
            };
        } catch (SocketException e) {
            throw new IOException("--" + service + " can't listen on " + address + ": " + e.getMessage(), e);
        }
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((where, what) -> System.err.println("reference-server: " + what));
        return thread;
    }
}
