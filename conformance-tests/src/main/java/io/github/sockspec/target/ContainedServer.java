package io.github.sockspec.target;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** A server that runs in a container started here, and what can be done to that container. */
final class ContainedServer implements Program, Confinement {
    private final ContainerStart start;
    private final Cell cell;
    private final InetSocketAddress address;
    private final LastWords words = new LastWords();
    private volatile LaunchedProgram program;

    /** Starts it in a container in which nothing runs yet. */
    ContainedServer(ContainerStart start, Cell cell) {
        this.start = start;
        this.cell = cell;
        program = start.run(cell, words);
        address = start.address(cell);
    }

    InetSocketAddress address() {
        return address;
    }

    LastWords words() {
        return words;
    }

    LaunchedProgram program() {
        return program;
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
        return cell.supply().accounts();
    }

    @Override
    public boolean awaitOutput(Duration limit) {
        return program.awaitOutput(limit);
    }

    @Override
    public Optional<Confinement> confinement() {
        return Optional.of(this);
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
        program.close();
    }

    @Override
    public void restart() {
        program.close();
        cell.supply().renew();
        words.startAgain();
        program = start.run(cell, words);
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
        return program.outOfMemory();
    }

    @Override
    public OptionalLong peakBytes() {
        return cell.controlGroup().peakBytes();
    }

    private void asked(Runnable what) {
        Cell.engine(cell.identity().executable(), () -> {
            what.run();
            return true;
        });
    }

    @Override
    public void close() {
        asked(cell::close);
        program.letGo();
    }
}
