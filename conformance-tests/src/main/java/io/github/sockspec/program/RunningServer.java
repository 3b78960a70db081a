package io.github.sockspec.program;

import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.kernel.Proc;
import io.github.sockspec.kernel.ProcessTree;
import io.github.sockspec.kernel.SocketTable;
import io.github.sockspec.protocol.Transport;
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
    static Instance find(Implementation implementation, InetSocketAddress address, HostEnvironment surroundings) {
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
                new Instance.Listening(
                        Addresses.reachable(address), NetworkNamespace.HERE, identity, new RecentOutput()),
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
