package io.github.sockspec.target;

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
    public Set<Long> waiting(boolean datagrams, int port) {
        return Set.of();
    }

    @Override
    public boolean served(boolean datagrams, InetSocketAddress address) {
        return datagrams ? Probe.unbindable(true, address).isPresent() : Probe.accepts(address);
    }

    @Override
    public boolean forget(int port) {
        return false;
    }

    @Override
    public void close() {}
}
