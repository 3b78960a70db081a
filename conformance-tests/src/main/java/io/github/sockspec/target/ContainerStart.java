package io.github.sockspec.target;

import io.github.sockspec.target.Readiness.EndedTooEarly;
import java.net.InetSocketAddress;
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
    private final Surroundings surroundings;

    ContainerStart(Contained contained, Surroundings surroundings) {
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
        Cell cell = Cell.open(whom, surroundings);
        try {
            ContainedServer server = new ContainedServer(this, cell);
            return new Instance(
                    new Instance.Listening(server.address(), cell.network(), identity(cell, server), server.words()),
                    server);
        } catch (RuntimeException failed) {
            cell.close();
            throw failed instanceof EndedTooEarly && !cell.supply().rankIsOpen()
                    ? new StartFailure(String.valueOf(failed.getMessage()))
                    : failed;
        }
    }

    private int port() {
        return start.port().orElseGet(() -> start.address().orElseThrow().getPort());
    }

    /** Where the server in this container is reached. */
    InetSocketAddress address(Cell cell) {
        return cell.reach(port());
    }

    /** Starts the program, which listens when this returns. */
    LaunchedProgram run(Cell cell, LastWords words) {
        String host = cell.entered() ? address(cell).getAddress().getHostAddress() : "0.0.0.0";
        LaunchedProgram program = cell.start(Launch.server(host, port(), words, OptionalInt.empty()));
        try {
            awaitListening(cell, program, words);
            return program;
        } catch (RuntimeException failed) {
            program.letGo();
            throw failed;
        }
    }

    private void awaitListening(Cell cell, LaunchedProgram program, LastWords words) {
        boolean datagrams = implementation.protocol().datagrams();
        String where = "port " + port() + (datagrams ? " (UDP)" : "");
        ForeignSocketTable sockets = cell.sockets();
        new Readiness(
                        implementation.name() + ", in its container,",
                        where,
                        limit -> "after " + limit + " does not listen on " + where,
                        surroundings.readiness())
                .await(program, words, () -> !sockets.waiting(datagrams, port()).isEmpty());
        if (!cell.entered() && sockets.loopbackOnly(datagrams, port())) {
            throw new StartFailure(
                    implementation.name() + " listens on the loopback address of its container, which only"
                            + " root can reach from outside: run as root, or let it listen on all addresses");
        }
    }

    private Identity identity(Cell cell, ContainedServer server) {
        Set<Long> inodes = cell.sockets().waiting(implementation.protocol().datagrams(), port());
        long holder = server.program().holder(inodes).orElse(server.program().pid());
        Identity cells = cell.identity();
        return cells.listening(
                holder, Proc.executable(holder).orElse(cells.executable()), Addresses.text(server.address()));
    }
}
