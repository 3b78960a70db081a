package io.github.sockspec.program;

import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.kernel.Unshare;
import io.github.sockspec.wire.Probe;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The two networks in which the programs of a pair run. One that fixes an address gets a network of its own, with that address
 * on its loopback: so both may fix the same, as a client and a server that were written for each other do. One that takes the
 * address it is given runs where this process does. To make a network takes CAP_SYS_ADMIN; without it both run where this
 * process does, which is right as long as they do not fix the same address.
 */
public final class PairNetworks implements AutoCloseable {
    private final NetworkNamespace client;
    private final NetworkNamespace server;

    private PairNetworks(NetworkNamespace client, NetworkNamespace server) {
        this.client = client;
        this.server = server;
    }

    /**
     * Runs this process's command line once more, with the right to make networks, where this one lacks it and the programs
     * need it or fix an address; see {@link Namespace#rerun}.
     *
     * @return its exit status, to be this process's own; empty when this process can do the work itself
     * @throws StartFailure when the programs need it and can't have it: one line that says why
     */
    public static OptionalInt rerun(Collection<Implementation> implementations) {
        return mayBeMade() ? OptionalInt.empty() : Namespace.rerun(implementations, Namespace.Company.PAIRED);
    }

    private static boolean mayBeMade() {
        Optional<NetworkNamespace> trial = NetworkNamespace.fresh();
        trial.ifPresent(NetworkNamespace::close);
        return trial.isPresent();
    }

    /**
     * Networks for a client and a server. Close them when neither runs any more.
     *
     * @throws StartFailure when the two fix the same address, or one that this machine has not, and no network can be made
     */
    public static PairNetworks of(Implementation client, Implementation server) {
        return of(client, server, NetworkNamespace::fresh);
    }

    static PairNetworks of(Implementation client, Implementation server, Supplier<Optional<NetworkNamespace>> maker) {
        NetworkNamespace clients = own(client, maker);
        try {
            NetworkNamespace servers = own(server, maker);
            PairNetworks networks = new PairNetworks(clients, servers);
            if (clients == NetworkNamespace.HERE && servers == NetworkNamespace.HERE) {
                requireApart(client, server);
            }
            return networks;
        } catch (RuntimeException refused) {
            clients.close();
            throw refused;
        }
    }

    /** A network of a program's own, where it fixes an address that one can be given; else this process's. */
    private static NetworkNamespace own(Implementation implementation, Supplier<Optional<NetworkNamespace>> maker) {
        Optional<InetSocketAddress> fixed = implementation.start().fixesHere();
        if (fixed.isEmpty() || !Namespace.canHave(fixed.get())) {
            fixed.ifPresent(address -> requireHere(implementation, address));
            return NetworkNamespace.HERE;
        }
        Optional<NetworkNamespace> made = maker.get();
        made.ifPresent(network -> network.give(fixed.get().getAddress()));
        return made.orElse(NetworkNamespace.HERE);
    }

    private static void requireHere(Implementation implementation, InetSocketAddress address) {
        if (Probe.unbindable(implementation.protocol().transport(), address).isPresent()) {
            throw Namespace.notToBeHad(implementation, address);
        }
    }

    private static void requireApart(Implementation client, Implementation server) {
        Optional<InetSocketAddress> wanted = client.start().fixesHere();
        Optional<InetSocketAddress> taken = server.start().running().or(server.start()::fixesHere);
        if (wanted.isPresent() && taken.isPresent() && clash(wanted.get(), taken.get())) {
            throw new StartFailure(client.name() + " connects to " + Addresses.text(wanted.get()) + " and "
                    + server.name() + " listens on " + Addresses.text(taken.get())
                    + ", so that the relay between them needs a network for each, " + missing(server));
        }
    }

    private static String missing(Implementation server) {
        return server.start().running().isPresent()
                ? "which beside a server that already runs takes CAP_SYS_ADMIN: run as root"
                : "and this system allows no private network namespace (" + Unshare.HERE
                        + "): run in a container that does, or as root";
    }

    /** Whether only one socket can wait at both; at the wildcard of IPv6 also what comes by IPv4 is waited for. */
    private static boolean clash(InetSocketAddress one, InetSocketAddress other) {
        return one.getPort() == other.getPort()
                && one.getPort() != 0
                && (one.getAddress().equals(other.getAddress())
                        || one.getAddress().isAnyLocalAddress()
                        || other.getAddress().isAnyLocalAddress());
    }

    /** Where the client runs, and looks for its server. */
    public NetworkNamespace client() {
        return client;
    }

    /** Where the server runs, and is reached. */
    public NetworkNamespace server() {
        return server;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
