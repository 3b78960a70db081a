package io.github.sockspec.program;

import io.github.sockspec.kernel.AwakeThreads;
import io.github.sockspec.kernel.NetworkNamespace;
import io.github.sockspec.kernel.ProcessSnapshot;
import io.github.sockspec.kernel.ProcessTree;
import io.github.sockspec.kernel.Resources;
import io.github.sockspec.patience.Waiting;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** One running copy of a server under test, wherever it runs. */
public final class Instance implements AutoCloseable {
    private static final Duration LAST_OUTPUT = Duration.ofMillis(500);

    private final Listening listening;
    private final Program program;
    private final Optional<ConfinedPlace> confinement;
    private final AtomicBoolean closed = new AtomicBoolean();

    Instance(Listening listening, Program program) {
        this.listening = listening;
        this.program = program;
        confinement = Optional.empty();
    }

    Instance(Listening listening, ConfinedPlace confinement) {
        this.listening = listening;
        program = confinement;
        this.confinement = Optional.of(confinement);
    }

    /**
     * What is known of a server that listens.
     *
     * @param address where it is reached
     * @param network where one has to stand for that
     * @param words what it writes; nothing comes of one whose output nobody reads
     */
    record Listening(InetSocketAddress address, NetworkNamespace network, Identity identity, RecentOutput words) {}

    /** Where it listens. */
    public InetSocketAddress address() {
        return listening.address();
    }

    public Identity identity() {
        return listening.identity();
    }

    /** Whether it still runs, as far as can be seen. */
    public boolean alive() {
        return program.alive();
    }

    /** What it holds now; empty where that can't be seen or would not be its own. */
    public Optional<Resources> resources() {
        // Of what was started here, and is not known to be who listens, nothing is told.
        boolean mayBeAnother = identity().portWasFree() && !identity().ownsSocket();
        return mayBeAnother ? Optional.empty() : program.resources();
    }

    /** Its processes, each as it is now; none where they can't be seen or are this process. */
    public List<ProcessSnapshot> processes() {
        return program.tree().map(ProcessTree::members).orElse(List.of());
    }

    /** Whether one of its processes has the socket with this inode open. */
    public boolean holds(long inode) {
        return program.tree().flatMap(tree -> tree.holder(Set.of(inode))).isPresent();
    }

    /**
     * Waits until none of its threads runs, where they can be seen: one may still be about to end the process over what came last,
     * while another one answers. False when one still runs {@code within} that time.
     */
    public boolean rests(Duration within) {
        return Waiting.until(within, () -> awake().slept().isEmpty());
    }

    /** Those of its threads that run now, or could. */
    public AwakeThreads awake() {
        return AwakeThreads.of(processes());
    }

    /** The account file it was given, its own copy, to which an account can be added; empty when it was given none. */
    public Optional<Path> accounts() {
        return program.accounts();
    }

    /** Where one has to stand to reach it. */
    public NetworkNamespace network() {
        return listening.network();
    }

    /** The container it runs in; empty when it runs in none that was started here. */
    public Optional<ConfinedPlace> confinement() {
        return confinement;
    }

    /** The last of what it wrote to standard output and standard error, bounded. */
    public String lastWords() {
        return listening.words().text();
    }

    /** How many bytes it has written there so far; 0 where nobody counts. */
    public long written() {
        return listening.words().written();
    }

    /** What it wrote there after its first {@code from} bytes, bounded: its last words as far as they are younger. */
    public String wordsSince(long from) {
        if (!program.alive()) {
            // What a program says when it dies is on its way through a pipe.
            program.awaitOutput(LAST_OUTPUT);
        }
        return listening.words().since(from);
    }

    /** Ends it with everything it started, and returns when that is so. One that ran before is left as it was found. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            program.close();
        }
    }
}
