package io.github.sockspec.target;

import io.github.sockspec.engine.Execution;
import io.github.sockspec.wire.Network;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server that runs in a container started here, and what can be done to that container. */
final class ContainedInstance implements Instance, Confinement {
    private final ContainedLaunch launch;
    private final Cell cell;
    private final Identity identity;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile ContainedProgram program;
    private volatile InetSocketAddress address;

    ContainedInstance(ContainedLaunch launch, Cell cell, ContainedProgram program, Identity identity) {
        this.launch = launch;
        this.cell = cell;
        this.program = program;
        this.identity = identity;
        address = cell.reach(launch.port());
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Network network() {
        return cell.network();
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public boolean alive() {
        return program.alive();
    }

    @Override
    public Optional<Resources> resources() {
        return cell.entered() ? Optional.of(program.tree().resources()) : Optional.empty();
    }

    @Override
    public List<ProcessSnapshot> processes() {
        return program.tree().members();
    }

    @Override
    public Optional<Path> accounts() {
        return cell.supply().accounts();
    }

    @Override
    public Optional<Confinement> confinement() {
        return Optional.of(this);
    }

    @Override
    public String lastWords() {
        return program.words().text();
    }

    @Override
    public Allowance allowance() {
        return cell.allowance();
    }

    @Override
    public void pause() {
        asked(() -> cell.box().pause());
    }

    @Override
    public void unpause() {
        asked(() -> cell.box().unpause());
    }

    @Override
    public void kill() {
        asked(() -> program.end(cell));
    }

    @Override
    public void restart() {
        asked(() -> {
            program.end(cell);
            cell.supply().renew();
            program = launch.again(cell);
        });
    }

    @Override
    public void disconnect() {
        asked(cell::cut);
    }

    @Override
    public void reconnect() {
        asked(() -> cell.mend(address));
    }

    @Override
    public boolean outOfMemory() {
        return cell.controlGroup().killed() > program.killedBefore();
    }

    @Override
    public OptionalLong peakBytes() {
        return cell.controlGroup().peakBytes();
    }

    private void asked(Runnable what) {
        Cell.engine(identity::executable, () -> {
            what.run();
            return true;
        });
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            asked(cell::close);
            program.forget();
        }
    }

    /** One start of the program in its container. */
    record ContainedProgram(Execution execution, ProcessTree tree, LastWords words, long killedBefore) {
        private static final java.time.Duration END = java.time.Duration.ofSeconds(5);

        boolean alive() {
            return execution.isAlive() || tree.members().stream().anyMatch(member -> !member.zombie());
        }

        /** Ends it and all that came of it. */
        void end(Cell cell) {
            Deadline deadline = Deadline.in(END);
            if (cell.entered()) {
                tree.end(deadline);
            }
            if (alive()) {
                cell.sweep();
            }
            while (alive() && !deadline.passed()) {
                deadline.pause();
            }
            forget();
        }

        /** Lets go of its streams. */
        void forget() {
            execution.destroy();
        }
    }
}
