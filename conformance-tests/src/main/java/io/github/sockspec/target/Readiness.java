package io.github.sockspec.target;

import io.github.sockspec.wire.Network;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Waits until a launched server listens, and makes sure that it is the launched one which does. */
final class Readiness {
    private final Implementation implementation;
    private final InetSocketAddress address;
    private final LaunchedProgram program;
    private final SocketTable sockets;

    Readiness(Implementation implementation, Site site, LaunchedProgram program, SocketTable sockets) {
        this.implementation = implementation;
        this.address = site.address();
        this.program = program;
        this.sockets = sockets;
    }

    /**
     * @throws StartFailure when the program ends first, takes longer than {@code limit}, or another one listens
     */
    Identity await(Duration limit) {
        boolean datagrams = implementation.protocol().datagrams();
        InetSocketAddress reachable = Addresses.reachable(address);
        Deadline deadline = Deadline.in(limit);
        while (!sockets.served(datagrams, reachable)) {
            if (program.status().isPresent() && !program.alive()) {
                throw new StartFailure(endedTooEarly());
            }
            if (deadline.passed()) {
                throw new StartFailure(implementation.name() + " does not listen on " + Addresses.text(address)
                        + (datagrams ? " (UDP)" : "") + " after " + limit.toMillis() + " ms" + lastWords());
            }
            deadline.pause();
        }
        return sockets.tellsInodes() ? owned(sockets.waiting(datagrams, address.getPort())) : unseen();
    }

    private String endedTooEarly() {
        int status = program.status().orElse(-1);
        String how = status > 128 ? "was ended by signal " + (status - 128) : "ended with status " + status;
        // What it wrote on its way out may still be on its way here.
        Deadline words = Deadline.in(Duration.ofSeconds(1));
        while (!program.output().ended() && !words.passed()) {
            words.pause();
        }
        return implementation.name() + " " + how + " before it listened on " + Addresses.text(address) + lastWords();
    }

    private String lastWords() {
        String line = program.output().lastLine();
        return line.isEmpty() ? "; it wrote nothing" : "; its last words: " + line;
    }

    private Identity owned(Set<Long> inodes) {
        long holder = program.holder(inodes)
                .orElseThrow(() -> new StartFailure("port " + address.getPort() + " is held by "
                        + Proc.holder(inodes).map(Proc::describe).orElse("a process that can't be seen")
                        + ", which was not started by sockspec"));
        return new Identity(
                Optional.of(holder),
                Proc.executable(holder).orElse("unknown"),
                Optional.empty(),
                Addresses.text(address),
                true,
                true,
                Namespace.entered() || Network.standing() != Network.HERE
                        ? "network namespace, process group"
                        : "process group");
    }

    /** All that can be said where nobody can be asked who holds a socket. */
    private Identity unseen() {
        String executable = ProcessHandle.of(program.pid())
                .flatMap(handle -> handle.info().command())
                .orElse("unknown");
        return new Identity(
                Optional.of(program.pid()),
                executable,
                Optional.empty(),
                Addresses.text(address),
                true,
                false,
                "none: this system does not tell who listens, readiness was found out by connecting");
    }
}
