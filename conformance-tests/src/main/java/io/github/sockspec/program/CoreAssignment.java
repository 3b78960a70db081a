package io.github.sockspec.program;

import java.util.OptionalInt;

/**
 * Where on this machine an instance goes.
 *
 * @param core the core it and all its descendants are kept to; empty leaves that to the system
 * @param port the port that an earlier instance had, to be taken as that one left it, even when connections of that
 *     one still linger there; empty chooses a port, or clears the one that the program fixes
 */
public record CoreAssignment(OptionalInt core, OptionalInt port) {
    /** Anywhere, on a port that is free. */
    public static final CoreAssignment ANYWHERE = new CoreAssignment(OptionalInt.empty(), OptionalInt.empty());

    /** Kept to one core, on a port that is free. */
    public static CoreAssignment onCore(int core) {
        return new CoreAssignment(OptionalInt.of(core), OptionalInt.empty());
    }

    /** On the port that an earlier instance had, as it was left. */
    public CoreAssignment again(int earlierPort) {
        return new CoreAssignment(core, OptionalInt.of(earlierPort));
    }
}
