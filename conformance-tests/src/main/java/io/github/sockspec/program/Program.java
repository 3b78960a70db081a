package io.github.sockspec.program;

import io.github.sockspec.kernel.ProcessTree;
import io.github.sockspec.kernel.Resources;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A program under test that was started, or found running, wherever that is. */
interface Program extends AutoCloseable {
    /** Whether it, or a daemon it left behind, still runs, as far as can be seen. */
    boolean alive();

    /** Its processes; empty where they can't be seen or are this one. */
    default Optional<ProcessTree> tree() {
        return Optional.empty();
    }

    /** What its processes hold; empty where that can't be seen or would not be its own. */
    default Optional<Resources> resources() {
        return tree().map(ProcessTree::resources);
    }

    /** The account file it was given; empty when it was given none. */
    default Optional<Path> accounts() {
        return Optional.empty();
    }

    /** Waits for what it wrote before its end; false when somebody may still write after {@code limit}. */
    default boolean awaitOutput(Duration limit) {
        return true;
    }

    /** Ends it with all that came of it, and removes its files. */
    @Override
    void close();
}
