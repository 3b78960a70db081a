package io.github.sockspec.target;

import io.github.sockspec.spec.Role;

/**
 * A program as it is to be put into a container.
 *
 * @param start what its manifest says
 * @param role on which side it is
 * @param rank whom it runs as, where its image leaves that open
 */
record Inmate(Start.Image start, Role role, Rank rank) {
    /** Whom a program runs as whose image names nobody. */
    enum Rank {
        NOBODY,
        /** It was tried otherwise, and did not start. */
        ROOT
    }

    Inmate asRoot() {
        return new Inmate(start, role, Rank.ROOT);
    }
}
