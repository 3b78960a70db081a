package io.github.sockspec.target;

import io.github.sockspec.spec.Role;

/** Starts servers, however they are had. */
public final class Instances {
    private Instances() {}

    /** As {@link #start(Implementation, Placement)}, anywhere. */
    public static Instance start(Implementation implementation) {
        return start(implementation, Placement.ANYWHERE);
    }

    /**
     * A running copy of {@code implementation}, which listens when this returns. Close it.
     *
     * @throws StartFailure when it can't be had: one line that says why, with the program's last words
     * @throws IllegalArgumentException when it is not a server
     */
    public static Instance start(Implementation implementation, Placement placement) {
        return start(implementation, placement, Surroundings.HERE);
    }

    /**
     * As {@link #start(Implementation)}, in a container that allows no more than this.
     *
     * @throws IllegalArgumentException when it is no server, or does not run in a container
     */
    public static Instance confined(Implementation implementation, Allowance allowance) {
        if (!(implementation.start() instanceof Start.Image image)) {
            throw new IllegalArgumentException(implementation.name() + " does not run in a container");
        }
        return new ContainedLaunch(implementation, image, Surroundings.HERE).with(allowance);
    }

    static Instance start(Implementation implementation, Placement placement, Surroundings surroundings) {
        if (implementation.role() != Role.SERVER) {
            throw new IllegalArgumentException(implementation.name() + " is no server");
        }
        if (implementation.start() instanceof Start.Command command) {
            return new Launch(implementation, command, surroundings).at(placement);
        }
        if (implementation.start() instanceof Start.Address running) {
            return AddressInstance.of(implementation, running.address(), surroundings);
        }
        if (implementation.start() instanceof Start.Image image) {
            return new ContainedLaunch(implementation, image, surroundings).with(Allowance.USUAL);
        }
        return ReferenceInstance.start(implementation);
    }
}
