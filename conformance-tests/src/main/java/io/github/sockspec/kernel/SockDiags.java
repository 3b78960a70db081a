package io.github.sockspec.kernel;

import java.util.LinkedHashMap;
import java.util.Map;

/** The kernel's socket tables of the networks that were asked last. For one thread at a time. */
public final class SockDiags implements AutoCloseable {
    /** A relay has a network at each side. More would keep networks alive whose containers are gone. */
    private static final int MOST = 2;

    private final Map<NetworkNamespace, SockDiag> opened = new LinkedHashMap<>(MOST, 0.75f, true);

    /** The table of {@code network}, wherever the calling thread stands. */
    public SockDiag in(NetworkNamespace network) {
        SockDiag known = opened.get(network);
        if (known != null) {
            return known;
        }
        SockDiag opening = network.within(SockDiag::new);
        opened.put(network, opening);
        if (opened.size() > MOST) {
            NetworkNamespace longestUnasked = opened.keySet().iterator().next();
            opened.remove(longestUnasked).close();
        }
        return opening;
    }

    @Override
    public void close() {
        opened.values().forEach(SockDiag::close);
        opened.clear();
    }
}
