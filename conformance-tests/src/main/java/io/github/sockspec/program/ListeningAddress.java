package io.github.sockspec.program;

import io.github.sockspec.kernel.Proc;
import io.github.sockspec.kernel.SocketTable;
import io.github.sockspec.patience.Deadline;
import io.github.sockspec.protocol.Transport;
import io.github.sockspec.wire.Probe;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Where an instance is to listen, found free before it starts.
 *
 * @param address the address it is given, or that it fixes
 * @param reserved whether the port was chosen here and must be given back
 */
record ListeningAddress(InetSocketAddress address, Reserved reserved) {
    /** How long the threads of a killed program may take to let go of its socket. */
    private static final Duration LAST_GASP = Duration.ofMillis(250);

    /** Who chose the port. */
    enum Reserved {
        CHOSEN_HERE,
        FIXED
    }

    /**
     * A free site for a program that fixes {@code fixed}, or takes what it is given. Of an address with port 0 it fixes the
     * host alone.
     *
     * @throws StartFailure when the port it needs is not free, naming who has it
     */
    static ListeningAddress find(
            Transport transport, Optional<InetSocketAddress> fixed, CoreAssignment placement, Lookout lookout) {
        InetAddress host = fixed.map(InetSocketAddress::getAddress).orElseGet(InetAddress::getLoopbackAddress);
        if (placement.port().isPresent()) {
            InetSocketAddress earlier =
                    new InetSocketAddress(host, placement.port().getAsInt());
            requireUnserved(transport, earlier, lookout.sockets());
            return new ListeningAddress(earlier, Reserved.FIXED);
        }
        if (fixed.isPresent() && fixed.get().getPort() != 0) {
            requireUnserved(transport, fixed.get(), lookout.sockets());
            requireBindable(transport, fixed.get(), lookout);
            return new ListeningAddress(fixed.get(), Reserved.FIXED);
        }
        if (fixed.isPresent()) {
            requireBindable(transport, fixed.get(), lookout);
        }
        int port = Ports.reserve(transport, host, lookout.sockets());
        return new ListeningAddress(new InetSocketAddress(host, port), Reserved.CHOSEN_HERE);
    }

    private static void requireUnserved(Transport transport, InetSocketAddress address, SocketTable sockets) {
        Set<Long> waiting = sockets.waiting(transport, address.getPort());
        Deadline deadline = Deadline.in(LAST_GASP);
        while (!waiting.isEmpty() && !deadline.passed()) {
            deadline.pause();
            waiting = sockets.waiting(transport, address.getPort());
        }
        if (!waiting.isEmpty()) {
            throw new StartFailure("port " + address.getPort() + " is in use before the start, by "
                    + Proc.holder(waiting).map(Proc::describe).orElse("a process that can't be seen"));
        }
    }

    private static void requireBindable(Transport transport, InetSocketAddress address, Lookout lookout) {
        Optional<String> obstacle = Probe.unbindable(transport, address);
        if (obstacle.isPresent() && lookout.sockets().forget(address.getPort())) {
            obstacle = Probe.unbindable(transport, address);
        }
        Deadline deadline = Deadline.in(lookout.lingering());
        while (obstacle.isPresent() && obstacle.get().contains("in use") && !deadline.passed()) {
            deadline.pause();
            obstacle = Probe.unbindable(transport, address);
        }
        obstacle.ifPresent(why -> {
            throw new StartFailure(Addresses.text(address) + " can't be had: " + why + remedy(why));
        });
    }

    private static String remedy(String why) {
        if (why.contains("in use")) {
            return "; connections of an earlier program linger there";
        }
        return "; a private network namespace would have it, but this system gives none: run in a container";
    }

    void giveBack() {
        if (reserved == Reserved.CHOSEN_HERE) {
            Ports.giveBack(address.getPort());
        }
    }

    /** What is looked at to find a site. */
    record Lookout(SocketTable sockets, Duration lingering) {}
}
