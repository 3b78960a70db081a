package io.github.sockspec.target;

import io.github.sockspec.wire.SockDiag;
import java.net.InetSocketAddress;
import java.util.Set;

/** The kernel's own table: asking it uses up no connection of a server that accepts only one. */
final class KernelSocketTable implements SocketTable {
    private final SockDiag diag = new SockDiag();

    @Override
    public boolean tellsInodes() {
        return true;
    }

    @Override
    public Set<Long> waiting(boolean datagrams, int port) {
        return Set.copyOf(diag.waiting(datagrams, port));
    }

    @Override
    public boolean served(boolean datagrams, InetSocketAddress address) {
        return !waiting(datagrams, address.getPort()).isEmpty();
    }

    @Override
    public boolean forget(int port) {
        return diag.forget(port);
    }

    @Override
    public void close() {
        diag.close();
    }
}
