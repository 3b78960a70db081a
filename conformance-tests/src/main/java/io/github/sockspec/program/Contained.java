package io.github.sockspec.program;

/**
 * A program as it is to be put into a container.
 *
 * @param start how its manifest has it
 * @param allowance what it may use there
 * @param rank whom it runs as, where its image leaves that open
 */
record Contained(Implementation implementation, Start.Image start, ResourceLimits allowance, Rank rank) {
    /** Whom a program runs as whose image names nobody. */
    enum Rank {
        NOBODY,
        /** It was tried otherwise, and did not start. */
        ROOT
    }

    /**
     * {@code implementation}, allowed no more than this.
     *
     * @throws IllegalArgumentException when it does not run in a container
     */
    static Contained of(Implementation implementation, ResourceLimits allowance) {
        Start.Image start = implementation
                .start()
                .contained()
                .orElseThrow(
                        () -> new IllegalArgumentException(implementation.name() + " does not run in a container"));
        return new Contained(implementation, start, allowance, Rank.NOBODY);
    }

    /** Where a server listens inside. */
    int port() {
        return start.port().orElseGet(() -> start.address().orElseThrow().getPort());
    }

    Contained asRoot() {
        return new Contained(implementation, start, allowance, Rank.ROOT);
    }
}
