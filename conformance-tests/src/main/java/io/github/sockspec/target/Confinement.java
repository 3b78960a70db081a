package io.github.sockspec.target;

import java.util.OptionalLong;

/**
 * The container that one instance runs in, and what a case can do to it. Each call returns when what it says is so, and
 * throws {@link StartFailure} when the engine refuses: the fault of the surroundings, not a verdict.
 */
public interface Confinement {
    /** What the program was allowed. */
    Allowance allowance();

    /** Freezes every process: the program does nothing, and does not know it. Its kernel still takes bytes. */
    void pause();

    /** Lets it go on. */
    void unpause();

    /** Ends the program by SIGKILL, and every process it started. */
    void kill();

    /** Starts the program again, in the same container and on the same address; returns when it listens. */
    void restart();

    /** Cuts the link between the program and its peers: no byte passes, and nobody is told by FIN or RST. */
    void disconnect();

    /** Mends the link; what was sent meanwhile is sent again by the kernels, when their timers say so. */
    void reconnect();

    /** Whether the kernel has killed one of its processes because the memory allowed was used up. */
    boolean outOfMemory();

    /** The most memory that all its processes together have used so far; empty where the kernel does not tell. */
    OptionalLong peakBytes();
}
