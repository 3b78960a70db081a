package io.github.sockspec.server;

import java.net.InetSocketAddress;

/** A bound socket with the threads that serve it. */
interface Endpoint {
    /** {@return where it listens} */
    InetSocketAddress address();

    /** Takes no more clients and reads no more from those it has. Does not wait. */
    void stopAccepting();

    /** Waits until all is answered, no longer than the deadline on {@link System#nanoTime}; then ends the rest. */
    void awaitEnd(long deadline);
}
