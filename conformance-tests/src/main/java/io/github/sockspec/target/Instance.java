package io.github.sockspec.target;

import io.github.sockspec.wire.Network;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
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

    /** Its processes, each as it is now; none where they can't be seen or are this process. */
    default List<ProcessSnapshot> processes() {
        return List.of();
    }

    /** Those of its threads that run now, or could. */
    default Awake awake() {
        return Awake.of(processes());
    }

    /** The account file it was given, its own copy, to which an account can be added; empty when it was given none. */
    default Optional<Path> accounts() {
        return Optional.empty();
    }

    /** Where one has to stand to reach it. */
    default Network network() {
        return Network.HERE;
    }

    /** The container it runs in; empty when it runs in none that was started here. */
    default Optional<Confinement> confinement() {
        return Optional.empty();
    }

    /** The last of what it wrote to standard output and standard error, bounded. */
    String lastWords();

    /** How many bytes it has written there so far; 0 where nobody counts. */
    default long written() {
        return 0;
    }

    /** What it wrote there after its first {@code from} bytes, bounded: its last words as far as they are younger. */
    default String wordsSince(long from) {
        return lastWords();
    }

    /** Ends it with everything it started, and returns when that is so. */
    @Override
    void close();
}
