package io.github.sockspec.wire;

import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.patience.GuardedWait;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalLong;

/** How it is made sure that the other side has read one write before the next one goes. */
public interface Confirmation extends AutoCloseable {
    /**
     * Where one connection goes.
     *
     * @param network that both ends belong to
     * @param peerIsLocal whether the other end is a socket of this machine and this network namespace
     */
    record Way(InetSocketAddress local, InetSocketAddress remote, NetworkNamespace network, boolean peerIsLocal) {}

    /**
     * Waits until the {@code sent} bytes that went this way were read.
     *
     * @return how that is known; empty when it was not read while {@code guardedWait} lasted, or the other side is gone
     */
    Optional<Fact.How> awaitTaken(Way way, int sent, GuardedWait guardedWait);

    /** How far the other side has got with reading, now. */
    default ReadProgress intake(Way way) {
        return ReadProgress.UNTOLD;
    }

    /** The inode of the other side's socket, while a process holds it; empty where that can't be known. */
    default OptionalLong peerInode(Way way) {
        return OptionalLong.empty();
    }

    @Override
    default void close() {}
}
