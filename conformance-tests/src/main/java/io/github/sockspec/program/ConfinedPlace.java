package io.github.sockspec.program;

import io.github.sockspec.kernel.ProcessTree;
import io.github.sockspec.kernel.Resources;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The container that one server runs in, and what a case can do to it. Each call returns when what it says is so, and
 * throws {@link StartFailure} when the engine refuses: the fault of the surroundings, not a verdict.
 */
public final class ConfinedPlace implements Program {
    private final ContainerPlace cell;
    private final InetSocketAddress address;
    private final Function<RecentOutput, LaunchedProgram> start;
    private final RecentOutput words = new RecentOutput();
    private volatile LaunchedProgram program;

    /**
     * One in which the program listens.
     *
     * @param start starts it, and returns when it listens
     */
    ConfinedPlace(ContainerPlace cell, Function<RecentOutput, LaunchedProgram> start) {
        this.cell = cell;
        address = cell.address();
        this.start = start;
        program = start.apply(words);
    }

    RecentOutput words() {
        return words;
    }

    LaunchedProgram program() {
        return program;
    }

    /** What the program was allowed. */
    public ResourceLimits allowance() {
        return cell.allowance();
    }

    /** Freezes every process: the program does nothing, and does not know it. Its kernel still takes bytes. */
    public void pause() {
        cell.asked(() -> cell.box().pause());
    }

    /** Lets it go on. */
    public void unpause() {
        cell.asked(() -> cell.box().unpause());
    }

    /** Ends the program by SIGKILL, and every process it started. */
    public void kill() {
        program.close();
    }

    /** Starts the program again, in the same container and on the same address; returns when it listens. */
    public void restart() {
        program.close();
        cell.supply().renew();
        words.startAgain();
        program = start.apply(words);
    }

    /** Cuts the link between the program and its peers: no byte passes, and nobody is told by FIN or RST. */
    public void disconnect() {
        cell.asked(cell::cut);
    }

    /** Mends the link; what was sent meanwhile is sent again by the kernels, when their timers say so. */
    public void reconnect() {
        cell.asked(() -> cell.mend(address));
    }

    /** Whether the kernel has killed one of its processes because the memory allowed was used up. */
    public boolean outOfMemory() {
        return program.outOfMemory();
    }

    /** The most memory that all its processes together have used so far; empty where the kernel does not tell. */
    public OptionalLong peakBytes() {
        return cell.controlGroup().peakBytes();
    }

    @Override
    public boolean alive() {
        return program.alive();
    }

    @Override
    public Optional<ProcessTree> tree() {
        return program.tree();
    }

    @Override
    public Optional<Resources> resources() {
        return cell.entered() ? program.resources() : Optional.empty();
    }

    @Override
    public Optional<Path> accounts() {
        return program.accounts();
    }

    @Override
    public boolean awaitOutput(Duration limit) {
        return program.awaitOutput(limit);
    }

    @Override
    public void close() {
        cell.asked(cell::close);
        program.letGo();
    }
}
