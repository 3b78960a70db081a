package io.github.sockspec.target;

import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A server that already runs, here or elsewhere. It is left as it was found. */
final class AddressInstance implements Instance {
    private final InetSocketAddress address;
    private final boolean datagrams;
    private final Supplier<SocketTable> sockets;
    private final Identity identity;
    private final Optional<ProcessTree> tree;

    private AddressInstance(
            InetSocketAddress address, boolean datagrams, Supplier<SocketTable> sockets, Optional<Long> holder) {
        this.address = address;
        this.datagrams = datagrams;
        this.sockets = sockets;
        tree = holder.map(pid -> new ProcessTree(pid, Optional.empty()));
        identity = new Identity(
                holder,
                holder.flatMap(Proc::executable).orElse("unknown"),
                Optional.empty(),
                Addresses.text(address),
                false,
                false,
                "none: it ran before");
    }

    /**
     * @throws StartFailure when the address is one of this system's and nothing waits there
     */
    static Instance of(Implementation implementation, InetSocketAddress address, Surroundings surroundings) {
        boolean datagrams = implementation.protocol().datagrams();
        try (SocketTable sockets = surroundings.sockets().get()) {
            if (!local(address) || !sockets.tellsInodes()) {
                return new AddressInstance(address, datagrams, surroundings.sockets(), Optional.empty());
            }
            Set<Long> waiting = sockets.waiting(datagrams, address.getPort());
            if (waiting.isEmpty()) {
                throw new StartFailure(implementation.name() + ": nothing listens on " + Addresses.text(address)
                        + (datagrams ? " (UDP)" : "") + "; start it first, or give its command");
            }
            return new AddressInstance(address, datagrams, surroundings.sockets(), Proc.holder(waiting));
        }
    }

    private static boolean local(InetSocketAddress address) {
        try {
            return address.getAddress().isLoopbackAddress()
                    || address.getAddress().isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address.getAddress()) != null;
        } catch (SocketException unknown) {
            return false;
        }
    }

    @Override
    public InetSocketAddress address() {
        return Addresses.reachable(address);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public boolean alive() {
        if (tree.isEmpty()) {
            return true;
        }
        try (SocketTable table = sockets.get()) {
            return table.served(datagrams, address);
        }
    }

    @Override
    public Optional<Resources> resources() {
        return tree.map(ProcessTree::resources);
    }

    @Override
    public List<ProcessSnapshot> processes() {
        return tree.map(ProcessTree::members).orElse(List.of());
    }

    @Override
    public String lastWords() {
        return "";
    }

    @Override
    public void close() {}
}
