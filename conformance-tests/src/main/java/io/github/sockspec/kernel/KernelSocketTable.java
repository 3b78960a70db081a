package io.github.sockspec.kernel;

import io.github.sockspec.protocol.Transport;
import java.util.Set;

/** The kernel's own table: asking it uses up no connection of a server that accepts only one. */
public final class KernelSocketTable implements SocketTable {
    private final SockDiag diag = new SockDiag();

    @Override
    public boolean tellsInodes() {
        return true;
    }

    @Override
    public Set<Long> waiting(Transport transport, int port) {
        return Set.copyOf(diag.waiting(transport, port));
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
