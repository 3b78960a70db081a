package io.github.sockspec.program;

import io.github.sockspec.kernel.NetworkNamespace;
import java.net.InetAddress;

/** Where the programs of one implementation run: this process, this machine, or a container. Thread-safe. */
interface Place extends AutoCloseable {
    /**
     * Starts the program once.
     *
     * @throws StartFailure when it can't be started: one line that says why
     */
    ClientProgram start(Launch launch);

    /** Where a thread has to stand to meet the programs in it. */
    default NetworkNamespace network() {
        return NetworkNamespace.HERE;
    }

    /** Where this process is reached from it. */
    default InetAddress harness() {
        return InetAddress.getLoopbackAddress();
    }

    /** Which program runs in it, of which no process runs yet. */
    Identity identity();

    /** Whether this process may end the programs in it itself. */
    default boolean mayKill() {
        return true;
    }

    /** Ends every program in it that this process can't end itself. */
    default void sweep() {}

    /** How many of the programs in it the kernel has killed for want of memory. */
    default long killed() {
        return 0;
    }

    /** Gives back what it keeps; no program runs in it any more. */
    @Override
    default void close() {}
}
