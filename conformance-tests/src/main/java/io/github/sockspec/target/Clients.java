package io.github.sockspec.target;

import io.github.sockspec.spec.Role;

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
        if (implementation.start() instanceof Start.Command command) {
            return new LaunchedClient(implementation, command);
        }
        if (implementation.start() instanceof Start.Reference) {
            return new ReferenceClient(implementation);
        }
        if (implementation.start() instanceof Start.Image) {
            return confined(implementation, Allowance.USUAL);
        }
        throw new StartFailure(implementation.name() + ": a client is launched, not reached at an address");
    }

    /**
     * As {@link #of}, in a container that allows no more than this. Close it.
     *
     * @throws StartFailure when it can't be had
     * @throws IllegalArgumentException when it does not run in a container
     */
    public static Client confined(Implementation implementation, Allowance allowance) {
        if (!(implementation.start() instanceof Start.Image image)) {
            throw new IllegalArgumentException(implementation.name() + " does not run in a container");
        }
        return new ContainedClient(implementation, image, allowance, Surroundings.HERE);
    }

    /** The same program in a process of its own, where what it holds can be measured. */
    public static Client apart(Implementation implementation) {
        return implementation.start() instanceof Start.Reference
                ? new LaunchedClient(implementation, LaunchedReferenceClient.command(implementation))
                : of(implementation);
    }
}
