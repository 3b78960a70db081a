package io.github.sockspec.target;

import java.util.OptionalInt;

/**
 * Where on this machine an instance goes.
 *
 * @param core the core it and all its descendants are kept to; empty leaves that to the system
 * @param port the port that an earlier instance had, to be taken as that one left it, even when connections of that
 *     one still linger there; empty chooses a port, or clears the one that the program fixes
 */
public record Placement(OptionalInt core, OptionalInt port) {
    /** Anywhere, on a port that is free. */
    public static final Placement ANYWHERE = new Placement(OptionalInt.empty(), OptionalInt.empty());

    /** Kept to one core, on a port that is free. */
    public static Placement onCore(int core) {
        return new Placement(OptionalInt.of(core), OptionalInt.empty());
    }

    /** On the port that an earlier instance had, as it was left. */
    public Placement again(int earlierPort) {
        return new Placement(core, OptionalInt.of(earlierPort));
    }
}
