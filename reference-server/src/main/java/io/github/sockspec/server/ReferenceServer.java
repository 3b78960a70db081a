package io.github.sockspec.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A running server of any of the four protocols. Several may run in one process. All its threads are daemons: an
 * embedding program that ends takes it along.
 */
public final class ReferenceServer implements AutoCloseable {
    private final Map<Service, Endpoint> endpoints = new EnumMap<>(Service.class);
    private final Duration grace;

    private ReferenceServer(ServerOptions options) {
        grace = Duration.ofSeconds(options.limit(Limit.STOP));
    }

    /**
     * Starts every service that the options name. All of them listen when this returns.
     *
     * @throws IllegalArgumentException when the options contradict each other or name no service
     * @throws IOException when the account file can't be used or an address can't be bound; none is left listening,
     *     and the message is one line that says what was wrong
     */
    public static ReferenceServer start(ServerOptions options) throws IOException {
        check(options);
        ReferenceServer server = new ReferenceServer(options);
        try {
            for (Service service : Service.values()) {
                if (options.ports().containsKey(service)) {
                    server.endpoints.put(service, open(service, options));
                }
            }
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
        if (options.framing() == Framing.NOTHING) {
            options.notices().accept("requests end with a pause: cuts and joins can't be survived in this mode");
        }
        return server;
    }

    /** {@return the address each service listens on, with the port that was chosen} */
    public Map<Service, InetSocketAddress> addresses() {
        Map<Service, InetSocketAddress> addresses = new EnumMap<>(Service.class);
        endpoints.forEach((service, endpoint) -> addresses.put(service, endpoint.address()));
        return Collections.unmodifiableMap(addresses);
    }

    /**
     * {@return the address this service listens on}
     *
     * @throws IllegalArgumentException when it was not among the options
     */
    public InetSocketAddress address(Service service) {
        Endpoint endpoint = endpoints.get(service);
        if (endpoint == null) {
            throw new IllegalArgumentException(service.label() + " is not served here");
        }
        return endpoint.address();
    }

    /**
     * Stops: accepts and reads nothing more, gives requests that were read whole {@link Limit#STOP} seconds to be
     * answered, then ends what is left. Returns within that time and three seconds more.
     */
    @Override
    public void close() {
        endpoints.values().forEach(Endpoint::stopAccepting);
        long deadline = System.nanoTime() + grace.toNanos();
        endpoints.values().forEach(endpoint -> endpoint.awaitEnd(deadline));
    }

    private static void check(ServerOptions options) {
        if (options.ports().isEmpty()) {
            throw new IllegalArgumentException("nothing to serve: give one of --login, --exec, --hello, --digest");
        }
        boolean exec = options.ports().containsKey(Service.EXEC);
        if (exec && !options.bind().isLoopbackAddress() && !options.remoteExec()) {
            throw new IllegalArgumentException("--exec on " + options.bind().getHostAddress()
                    + " lets other hosts run any command here: add --allow-remote-exec to allow that");
        }
    }

    private static Endpoint open(Service service, ServerOptions options) throws IOException {
        InetSocketAddress address =
                new InetSocketAddress(options.bind(), options.ports().getOrDefault(service, 0));
        try {
            return switch (service) {
                case LOGIN -> new Listener(service, address, options, new LoginServer(options));
                case EXEC -> new Listener(service, address, options, new ExecServer(options));
                case DIGEST -> new Listener(service, address, options, new DigestServer());
                case HELLO -> new HelloServer(address);
            };
        } catch (BindException e) {
            throw new IOException(
                    "--" + service.label() + ": can't listen on "
                            + address.getAddress().getHostAddress() + ":" + address.getPort() + ": " + e.getMessage()
                            + "; choose another port, or 0 for any",
                    e);
        }
    }
}
