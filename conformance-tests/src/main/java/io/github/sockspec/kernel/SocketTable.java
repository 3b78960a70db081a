package io.github.sockspec.kernel;

import io.github.sockspec.protocol.Transport;
import java.net.InetSocketAddress;
import java.util.Set;

/** Who waits for clients on this system. For one thread at a time. */
public interface SocketTable extends AutoCloseable {
    /** Whether the inodes of sockets are known, and with them who holds a socket. */
    boolean tellsInodes();

    /** The inodes of the sockets that wait on this port; empty when none does or {@link #tellsInodes} is false. */
    Set<Long> waiting(Transport transport, int port);

    /** Whether a program waits for clients at {@code address}. */
    default boolean served(Transport transport, InetSocketAddress address) {
        return !waiting(transport, address.getPort()).isEmpty();
    }

    /** Makes the kernel forget the connections that ended programs left on {@code port}; false where it may not. */
    default boolean forget(int port) {
        return false;
    }

    @Override
    default void close() {}
}
