package io.github.sockspec.program;

import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.kernel.NumericAddress;
import io.github.sockspec.kernel.Proc;
import io.github.sockspec.kernel.SocketTable;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;

/** Starts a server on this machine, and makes sure that it is the started one which listens. */
record MachineStart(Implementation implementation, Start.Command start, HostEnvironment surroundings) {
    Instance at(CoreAssignment placement) {
        Machine machine = new Machine(implementation, start);
        machine.require();
        try (SocketTable sockets = surroundings.sockets().get()) {
            ListeningAddress site = ListeningAddress.find(
                    implementation.protocol().transport(),
                    start.address(),
                    placement,
                    new ListeningAddress.Lookout(sockets, surroundings.lingering()));
            RecentOutput words = new RecentOutput();
            LaunchedProgram program = start(machine, site, words, placement);
            try {
                readiness(site)
                        .await(
                                program,
                                words,
                                () -> sockets.served(
                                        implementation.protocol().transport(), Addresses.reachable(site.address())));
                Identity identity = identity(machine, site.address(), program, sockets);
                return new Instance(
                        new Instance.Listening(Addresses.reachable(site.address()), machine.network(), identity, words),
                        program);
            } catch (RuntimeException notReady) {
                program.close();
                throw notReady;
            }
        }
    }

    private static LaunchedProgram start(
            Machine machine, ListeningAddress site, RecentOutput words, CoreAssignment placement) {
        try {
            return machine.start(Launch.server(
                            NumericAddress.host(site.address().getAddress()),
                            site.address().getPort(),
                            words,
                            placement.core()))
                    .atEnd(site::giveBack);
        } catch (RuntimeException failed) {
            site.giveBack();
            throw failed;
        }
    }

    private ListeningCheck readiness(ListeningAddress site) {
        String where = Addresses.text(site.address());
        String udp = implementation.protocol().datagrams() ? " (UDP)" : "";
        return new ListeningCheck(
                implementation.name(),
                where,
                limit -> "does not listen on " + where + udp + " after " + limit,
                surroundings.readiness());
    }

    private Identity identity(
            Machine machine, InetSocketAddress address, LaunchedProgram program, SocketTable sockets) {
        if (sockets.tellsInodes()) {
            Set<Long> inodes = sockets.waiting(implementation.protocol().transport(), address.getPort());
            long holder = program.holder(inodes)
                    .orElseThrow(() -> new StartFailure("port " + address.getPort() + " is held by "
                            + Proc.holder(inodes).map(Proc::describe).orElse("a process that can't be seen")
                            + ", which was not started by sockspec"));
            boolean apart = Namespace.entered() || NetworkNamespace.standing() != NetworkNamespace.HERE;
            return machine.identity()
                    .listening(holder, Proc.executable(holder).orElse("unknown"), Addresses.text(address))
                    .isolatedBy((apart ? "network namespace, " : "") + "process group");
        }
        // All that can be said where nobody can be asked who holds a socket.
        return new Identity(
                Optional.of(program.pid()),
                ProcessHandle.of(program.pid())
                        .flatMap(handle -> handle.info().command())
                        .orElse("unknown"),
                Optional.empty(),
                Addresses.text(address),
                true,
                false,
                "none: this system does not tell who listens, readiness was found out by connecting");
    }
}
