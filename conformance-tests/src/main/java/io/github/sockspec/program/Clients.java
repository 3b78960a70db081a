package io.github.sockspec.program;

import io.github.sockspec.protocol.Role;

/** Clients and tools, however they are had. */
public final class Clients {
    private Clients() {}

    /**
     * The client or tool that {@code implementation} is.
     *
     * @throws StartFailure when this build can't run it
     * @throws IllegalArgumentException when it is a server
     */
    public static Client of(Implementation implementation) {
        if (implementation.role() == Role.SERVER) {
            throw new IllegalArgumentException(implementation.name() + " is a server");
        }
        Start start = implementation.start();
        if (start.running().isPresent()) {
            throw new StartFailure(implementation.name() + ": a client is launched, not reached at an address");
        }
        return start.launched()
                .map(command -> launched(implementation, command))
                .or(() -> start.contained().map(image -> confined(implementation, ResourceLimits.USUAL)))
                .orElseGet(() -> new Client(start, () -> new ThisProcess(implementation)));
    }

    /** One that runs on this machine, in the network in which the thread stands that asks for it. */
    static Client launched(Implementation implementation, Start.Command command) {
        Machine machine = new Machine(implementation, command);
        return new Client(command, () -> machine);
    }

    /**
     * As {@link #of}, in a container that allows no more than this. Close it.
     *
     * @throws StartFailure when it can't be had
     * @throws IllegalArgumentException when it does not run in a container
     */
    public static Client confined(Implementation implementation, ResourceLimits allowance) {
        Contained contained = Contained.of(implementation, allowance);
        return new Client(contained.start(), () -> ContainerPlace.open(contained, HostEnvironment.HERE));
    }

    /** The same program in a process of its own, where what it holds can be measured. */
    public static Client apart(Implementation implementation) {
        return implementation.start().inThisProcess()
                ? launched(implementation, ReferenceCommand.client(implementation.role(), implementation.dialect()))
                : of(implementation);
    }
}
