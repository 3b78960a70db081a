package io.github.sockspec.target;

import io.github.sockspec.wire.Network;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** A client or tool that can be run any number of times. */
public interface Client extends AutoCloseable {
    /**
     * Starts one run.
     *
     * @throws StartFailure when it can't be started: one line that says why
     */
    ClientRun start(Errand errand);

    /**
     * Where it connects, when it fixes that itself; then only one run at a time is possible. With port 0 it fixes the host
     * alone.
     */
    Optional<InetSocketAddress> address();

    /** Whether only one run at a time is possible. */
    default boolean alone() {
        return address().filter(whole -> whole.getPort() != 0).isPresent();
    }

    /** Where this process is reached from its runs, as long as they do not fix an address. */
    default InetAddress harness() {
        return InetAddress.getLoopbackAddress();
    }

    /** Where one has to stand to be found by its runs. */
    default Network network() {
        return Network.HERE;
    }

    /** What a run costs. */
    Cost cost();

    /** Which program is run. */
    Identity identity();

    /** Gives back what is kept between runs; none is under way. */
    @Override
    default void close() {}

    /** What a run costs. */
    enum Cost {
        /** A thread of this process: thousands of runs are nothing. */
        THREAD,
        /** A process. */
        PROCESS
    }
}
