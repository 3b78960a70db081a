package io.github.sockspec.target;

import io.github.sockspec.wire.Network;
import io.github.sockspec.wire.SockDiag;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * What a start relies on besides the program.
 *
 * @param sockets where it is looked up who listens
 * @param readiness how long a program may take until it listens
 * @param lingering how long is waited for connections of an earlier instance to go: the kernel keeps them for 60 s
 * @param entrance the network of a process; empty where this one may not go there
 */
record Surroundings(
        Supplier<SocketTable> sockets,
        Duration readiness,
        Duration lingering,
        LongFunction<Optional<Network>> entrance) {
    /** This system, as far as it can be asked. */
    static final Surroundings HERE = new Surroundings(
            SockDiag.available() ? KernelSocketTable::new : UnseenSocketTable::new,
            Duration.ofSeconds(20),
            Duration.ofSeconds(65),
            Network::of);

    Surroundings(Supplier<SocketTable> sockets, Duration readiness, Duration lingering) {
        this(sockets, readiness, lingering, Network::of);
    }

    /** As this, but without the right to go into another process's network. */
    Surroundings outside() {
        return new Surroundings(sockets, readiness, lingering, pid -> Optional.empty());
    }

    Surroundings patient(Duration other) {
        return new Surroundings(sockets, other, lingering, entrance);
    }
}
