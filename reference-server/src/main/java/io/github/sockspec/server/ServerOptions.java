package io.github.sockspec.server;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ReferenceServer} serves, where, and within which limits. Immutable.
 *
 * @param ports the services wanted, each with its port; 0 lets the system choose
 * @param bind the address to listen on; loopback unless changed
 * @param remoteExec whether exec may listen on an address that other hosts can reach
 * @param accounts the account file, {@code user:password} lines in UTF-8; login needs it
 * @param framing where login and exec requests end
 * @param limits the limits that differ from their defaults
 * @param notices receives one line, from any thread, when something the operator should know happens
 */
public record ServerOptions(
        Map<Service, Integer> ports,
        InetAddress bind,
        boolean remoteExec,
        @Nullable Path accounts,
        Framing framing,
        Map<Limit, Integer> limits,
        Consumer<String> notices) {

    public ServerOptions {
        ports = Map.copyOf(ports);
        limits = Map.copyOf(limits);
    }

    /** {@return options for these services, on loopback, each on a port that the system chooses} */
    public static ServerOptions of(Service... services) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        ServerOptions options = new ServerOptions(
                Map.of(), loopback, false, null, Framing.NEWLINE, Map.of(), line -> System.err.println(line));
        for (Service service : services) {
            options = options.withPort(service, 0);
        }
        return options;
    }

    /**
     * {@return the same, with this service on this port}
     *
     * @throws IllegalArgumentException unless the port is from 0 to 65535
     */
    public ServerOptions withPort(Service service, int port) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("--" + service.label() + " wants a port from 0 to 65535, not " + port);
        }
        Map<Service, Integer> more = new EnumMap<>(Service.class);
        more.putAll(ports);
        more.put(service, port);
        return new ServerOptions(more, bind, remoteExec, accounts, framing, limits, notices);
    }

    /** {@return the same, listening on this address} */
    public ServerOptions withBind(InetAddress address) {
        return new ServerOptions(ports, address, remoteExec, accounts, framing, limits, notices);
    }

    /** {@return the same, with exec allowed on an address that other hosts can reach: they may then run anything} */
    public ServerOptions allowingRemoteExec() {
        return new ServerOptions(ports, bind, true, accounts, framing, limits, notices);
    }

    /** {@return the same, with this account file, which is read again whenever it changes (LOGIN-9)} */
    public ServerOptions withAccounts(Path file) {
        return new ServerOptions(ports, bind, remoteExec, file, framing, limits, notices);
    }

    /** {@return the same, with login and exec requests ending so} */
    public ServerOptions withFraming(Framing ends) {
        return new ServerOptions(ports, bind, remoteExec, accounts, ends, limits, notices);
    }

    /**
     * {@return the same, within this limit}
     *
     * @throws IllegalArgumentException when the limit does not allow the value
     */
    public ServerOptions withLimit(Limit limit, int value) {
        if (!limit.allows(value)) {
            throw new IllegalArgumentException(limit.option() + " is " + limit.meaning() + ", not " + value);
        }
        Map<Limit, Integer> more = new EnumMap<>(Limit.class);
        more.putAll(limits);
        more.put(limit, value);
        return new ServerOptions(ports, bind, remoteExec, accounts, framing, more, notices);
    }

    /** {@return the same, with its notices sent there instead of to standard error} */
    public ServerOptions withNotices(Consumer<String> receiver) {
        return new ServerOptions(ports, bind, remoteExec, accounts, framing, limits, receiver);
    }

    /** {@return the value of a limit: as given, or its default} */
    public int limit(Limit limit) {
        return limits.getOrDefault(limit, limit.normal());
    }
}
