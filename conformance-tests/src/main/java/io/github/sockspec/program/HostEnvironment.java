package io.github.sockspec.program;

import io.github.sockspec.kernel.KernelSocketTable;
import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.kernel.SockDiag;
import io.github.sockspec.kernel.SocketTable;
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
record HostEnvironment(
        Supplier<SocketTable> sockets,
        Duration readiness,
        Duration lingering,
        LongFunction<Optional<NetworkNamespace>> entrance) {
    /** This system, as far as it can be asked. */
    static final HostEnvironment HERE = new HostEnvironment(
            SockDiag.available() ? KernelSocketTable::new : UnseenSocketTable::new,
            Duration.ofSeconds(20),
            Duration.ofSeconds(65),
            NetworkNamespace::of);

    HostEnvironment(Supplier<SocketTable> sockets, Duration readiness, Duration lingering) {
        this(sockets, readiness, lingering, NetworkNamespace::of);
    }

    /** As this, but without the right to go into another process's network. */
    HostEnvironment outside() {
        return new HostEnvironment(sockets, readiness, lingering, pid -> Optional.empty());
    }

    HostEnvironment patient(Duration other) {
        return new HostEnvironment(sockets, other, lingering, entrance);
    }
}
