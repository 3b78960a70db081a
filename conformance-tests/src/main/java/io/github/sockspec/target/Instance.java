package io.github.sockspec.target;

import java.net.InetSocketAddress;
import java.util.Optional;

/** One running copy of a server under test. */
public interface Instance extends AutoCloseable {
    /** Where it listens. */
    InetSocketAddress address();

    Identity identity();

    /** Whether it still runs, as far as can be seen. */
    boolean alive();

    /** What it holds now; empty where that can't be seen or would not be its own. */
    Optional<Resources> resources();

    /** The last of what it wrote to standard output and standard error, bounded. */
    String lastWords();

    /** Ends it with everything it started, and returns when that is so. */
    @Override
    void close();
}
