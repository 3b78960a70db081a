package io.github.sockspec.program;

import io.github.sockspec.kernel.SocketTable;
import io.github.sockspec.protocol.Transport;
import io.github.sockspec.wire.Probe;
import java.net.InetSocketAddress;
import java.util.Set;

/** For systems whose tables can't be asked: a TCP server is ready when it accepts, a UDP one when its port is taken. */
final class UnseenSocketTable implements SocketTable {
    @Override
    public boolean tellsInodes() {
        return false;
    }

    @Override
    public Set<Long> waiting(Transport transport, int port) {
        return Set.of();
    }

    @Override
    public boolean served(Transport transport, InetSocketAddress address) {
        return transport == Transport.UDP
                ? Probe.unbindable(Transport.UDP, address).isPresent()
                : Probe.accepts(address);
    }
}
