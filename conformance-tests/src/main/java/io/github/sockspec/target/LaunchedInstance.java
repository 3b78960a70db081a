package io.github.sockspec.target;

import io.github.sockspec.wire.Network;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A server that was launched here and listens. */
final class LaunchedInstance implements Instance {
    private final Site site;
    private final LaunchedProgram program;
    private final Identity identity;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Where the thread stood that launched it. */
    private final Network network = Network.standing();

    LaunchedInstance(Site site, LaunchedProgram program, Identity identity) {
        this.site = site;
        this.program = program;
        this.identity = identity;
    }

    @Override
    public InetSocketAddress address() {
        return Addresses.reachable(site.address());
    }

    @Override
    public Network network() {
        return network;
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
        return identity.ownsSocket() ? Optional.of(program.tree().resources()) : Optional.empty();
    }

    @Override
    public List<ProcessSnapshot> processes() {
        return program.tree().members();
    }

    @Override
    public Optional<Path> accounts() {
        return program.accounts();
    }

    @Override
    public String lastWords() {
        return program.output().text();
    }

    @Override
    public long written() {
        return program.output().written();
    }

    @Override
    public String wordsSince(long from) {
        if (!program.alive()) {
            // What a program says when it dies is on its way through a pipe.
            program.output().awaitEnd();
        }
        return program.output().since(from);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            program.close();
            site.giveBack();
        }
    }
}
