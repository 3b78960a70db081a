package io.github.sockspec.program;

import io.github.sockspec.kernel.ForeignSocketTable;
import io.github.sockspec.kernel.Proc;
import io.github.sockspec.program.ListeningCheck.EndedTooEarly;
import io.github.sockspec.protocol.Transport;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Starts a server in a container of its own. */
final class ContainerStart {
    /** Images whose programs were seen to start as root only. */
    private static final Set<String> ROOT_ONLY = ConcurrentHashMap.newKeySet();

    private final Contained contained;
    private final Implementation implementation;
    private final Start.Image start;
    private final HostEnvironment surroundings;

    ContainerStart(Contained contained, HostEnvironment surroundings) {
        this.contained = contained;
        implementation = contained.implementation();
        start = contained.start();
        this.surroundings = surroundings;
    }

    Instance run() {
        if (ROOT_ONLY.contains(start.image())) {
            return as(contained.asRoot());
        }
        try {
            return as(contained);
        } catch (EndedTooEarly asNobody) {
            // An image that says nothing of a user may need root; if that helps, the report says so.
            Instance instance = retry(contained.asRoot(), asNobody);
            ROOT_ONLY.add(start.image());
            return instance;
        }
    }

    private Instance retry(Contained asRoot, EndedTooEarly first) {
        try {
            return as(asRoot);
        } catch (EndedTooEarly again) {
            throw first;
        }
    }

    private Instance as(Contained whom) {
        ContainerPlace cell = ContainerPlace.open(whom, surroundings);
        try {
            ConfinedPlace confinement = new ConfinedPlace(cell, words -> run(cell, words));
            return new Instance(
                    new Instance.Listening(
                            cell.address(), cell.network(), identity(cell, confinement.program()), confinement.words()),
                    confinement);
        } catch (RuntimeException failed) {
            cell.close();
            throw failed instanceof EndedTooEarly && !cell.supply().rankIsOpen()
                    ? new StartFailure(String.valueOf(failed.getMessage()))
                    : failed;
        }
    }

    /** Starts the program, which listens when this returns. */
    private LaunchedProgram run(ContainerPlace cell, RecentOutput words) {
        String host = cell.entered() ? cell.address().getAddress().getHostAddress() : "0.0.0.0";
        LaunchedProgram program = cell.start(Launch.server(host, contained.port(), words, OptionalInt.empty()));
        try {
            awaitListening(cell, program, words);
            return program;
        } catch (RuntimeException failed) {
            program.letGo();
            throw failed;
        }
    }

    private void awaitListening(ContainerPlace cell, LaunchedProgram program, RecentOutput words) {
        Transport transport = implementation.protocol().transport();
        String where = "port " + contained.port() + (transport == Transport.UDP ? " (UDP)" : "");
        ForeignSocketTable sockets = cell.sockets();
        new ListeningCheck(
                        implementation.name() + ", in its container,",
                        where,
                        limit -> "after " + limit + " does not listen on " + where,
                        surroundings.readiness())
                .await(program, words, () -> !sockets.waiting(transport, contained.port())
                        .isEmpty());
        if (!cell.entered() && sockets.loopbackOnly(transport, contained.port())) {
            throw new StartFailure(
                    implementation.name() + " listens on the loopback address of its container, which only"
                            + " root can reach from outside: run as root, or let it listen on all addresses");
        }
    }

    private Identity identity(ContainerPlace cell, LaunchedProgram program) {
        Set<Long> inodes = cell.sockets().waiting(implementation.protocol().transport(), contained.port());
        long holder = program.holder(inodes).orElse(program.pid());
        Identity before = cell.identity();
        return before.listening(
                holder, Proc.executable(holder).orElse(before.executable()), Addresses.text(cell.address()));
    }
}
