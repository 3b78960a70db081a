package io.github.sockspec.target;

import io.github.sockspec.spec.Transport;
import io.github.sockspec.wire.Network;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * A server that already runs, here or elsewhere. It is left as it was found.
 *
 * @param listens whether it listens now
 * @param tree its processes, where it is known who holds its socket
 */
record RunningServer(BooleanSupplier listens, Optional<ProcessTree> tree) implements Program {
    /**
     * The one at {@code address}.
     *
     * @throws StartFailure when the address is one of this system's and nothing waits there
     */
    static Instance find(Implementation implementation, InetSocketAddress address, Surroundings surroundings) {
        Transport transport = implementation.protocol().transport();
        Optional<Long> holder = Optional.empty();
        try (SocketTable sockets = surroundings.sockets().get()) {
            if (local(address) && sockets.tellsInodes()) {
                Set<Long> waiting = sockets.waiting(transport, address.getPort());
                if (waiting.isEmpty()) {
                    throw new StartFailure(implementation.name() + ": nothing listens on " + Addresses.text(address)
                            + (transport == Transport.UDP ? " (UDP)" : "") + "; start it first, or give its command");
                }
                holder = Proc.holder(waiting);
            }
        }
        Identity identity = new Identity(
                holder,
                holder.flatMap(Proc::executable).orElse("unknown"),
                Optional.empty(),
                Addresses.text(address),
                false,
                false,
                "none: it ran before");
        BooleanSupplier listens = () -> {
            try (SocketTable table = surroundings.sockets().get()) {
                return table.served(transport, address);
            }
        };
        return new Instance(
                new Instance.Listening(Addresses.reachable(address), Network.HERE, identity, new LastWords()),
                new RunningServer(listens, holder.map(pid -> new ProcessTree(pid, Optional.empty()))));
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
    public boolean alive() {
        return tree.isEmpty() || listens.getAsBoolean();
    }

    @Override
    public void close() {}
}
