package io.github.sockspec.program;

import io.github.sockspec.protocol.Role;

/** Starts servers, however they are had. */
public final class Instances {
    private Instances() {}

    /** As {@link #start(Implementation, Placement)}, anywhere. */
    public static Instance start(Implementation implementation) {
        return start(implementation, CoreAssignment.ANYWHERE);
    }

    /**
     * A running copy of {@code implementation}, which listens when this returns. Close it.
     *
     * @throws StartFailure when it can't be had: one line that says why, with the program's last words
     * @throws IllegalArgumentException when it is not a server
     */
    public static Instance start(Implementation implementation, CoreAssignment placement) {
        return start(implementation, placement, HostEnvironment.HERE);
    }

    /**
     * As {@link #start(Implementation)}, in a container that allows no more than this.
     *
     * @throws IllegalArgumentException when it is no server, or does not run in a container
     */
    public static Instance confined(Implementation implementation, ResourceLimits allowance) {
        return confined(implementation, allowance, HostEnvironment.HERE);
    }

    static Instance start(Implementation implementation, CoreAssignment placement, HostEnvironment surroundings) {
        if (implementation.role() != Role.SERVER) {
            throw new IllegalArgumentException(implementation.name() + " is no server");
        }
        Start start = implementation.start();
        return start.launched()
                .map(command -> new MachineStart(implementation, command, surroundings).at(placement))
                .or(() -> start.contained().map(image -> confined(implementation, ResourceLimits.USUAL, surroundings)))
                .or(() -> start.running().map(at -> RunningServer.find(implementation, at, surroundings)))
                .orElseGet(() -> ReferenceProgram.start(implementation));
    }

    private static Instance confined(
            Implementation implementation, ResourceLimits allowance, HostEnvironment surroundings) {
        return new ContainerStart(Contained.of(implementation, allowance), surroundings).run();
    }
}
