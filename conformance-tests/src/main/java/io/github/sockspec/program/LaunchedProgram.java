package io.github.sockspec.program;

import io.github.sockspec.engine.Streams;
import io.github.sockspec.kernel.AwakeThreads;
import io.github.sockspec.kernel.Descent;
import io.github.sockspec.kernel.Proc;
import io.github.sockspec.kernel.ProcessSnapshot;
import io.github.sockspec.kernel.ProcessTree;
import io.github.sockspec.patience.Deadline;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/** A process that was started on this machine or in a container, with its descendants, its output and its files. */
final class LaunchedProgram implements ClientProgram {
    /** The environment's name for what marks a process tree as one start of a program. */
    private static final String MARK = "SOCKSPEC_INSTANCE";

    private static final Duration END = Duration.ofSeconds(5);

    /** How long a container engine may take to hear of the end of a program. It has been seen to take three seconds. */
    private static final Duration NEWS = Duration.ofSeconds(60);

    /** How long output that a descendant may still hold open is waited for. */
    private static final Duration LAST_OUTPUT = Duration.ofSeconds(1);

    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final Duration WINDOW = Duration.ofMillis(100);

    private final Process process;
    private final ProcessTree tree;
    private final Place place;
    private final Belongings belongings;
    private final List<Thread> readers = new ArrayList<>();
    private final List<Runnable> atEnd = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Prompt prompt;
    private final Optional<String> pipe;
    private final long killedBefore;

    private LaunchedProgram(Started started, Launch.Output output, Place place, Belongings belongings) {
        process = started.process;
        killedBefore = started.killedBefore;
        this.place = place;
        this.belongings = belongings;
        tree = new ProcessTree(process.pid(), Optional.of(started.mark));
        pipe = Proc.output(process.pid()).filter(target -> target.startsWith("pipe:"));
        prompt = new Prompt(process, tree, output.out());
        readers.add(output.out().follow(process.getInputStream()));
        if (output.streams() != Streams.OPEN_INPUT) {
            readers.add(output.errors().follow(process.getErrorStream()));
        }
    }

    /** Starts one, marked by an assignment in its environment that is its own. */
    static LaunchedProgram start(Starter starter, Launch.Output output, Place place, Belongings belongings)
            throws IOException {
        // The number of this process tells whose it is; the rest, which start.
        String mark = MARK + "=" + ProcessHandle.current().pid() + "-"
                + HexFormat.of().toHexDigits(RandomGenerator.getDefault().nextLong());
        long killedBefore = place.killed();
        Started started = new Started(starter.start(mark), mark, killedBefore);
        return new LaunchedProgram(started, output, place, belongings);
    }

    /** Starts a process with an assignment in its environment. */
    interface Starter {
        Process start(String mark) throws IOException;
    }

    /**
     * What a program was given for one start.
     *
     * @param accounts the account file, as this process sees it
     * @param file the file that it reads, as the program knows it; empty when there is none
     * @param remove removes what was given
     */
    record Belongings(Optional<Path> accounts, String file, Runnable remove) {}

    private record Started(Process process, String mark, long killedBefore) {}

    /** Has something done when it was ended. */
    LaunchedProgram atEnd(Runnable more) {
        atEnd.add(more);
        return this;
    }

    long pid() {
        return process.pid();
    }

    /** The process of it that holds one of these sockets. */
    Optional<Long> holder(Set<Long> inodes) {
        return tree.holder(inodes);
    }

    @Override
    public boolean alive() {
        return process.isAlive() || tree.members().stream().anyMatch(member -> !member.zombie());
    }

    @Override
    public boolean hasEnded() {
        return !process.isAlive() || tree.rootEnded();
    }

    @Override
    public int status() {
        try {
            if (!process.waitFor(NEWS.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StartFailure("the program has ended, and its status was not told within " + NEWS.toSeconds()
                        + " s: the container engine does not keep up");
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return process.isAlive() ? -1 : process.exitValue();
    }

    @Override
    public Optional<ProcessTree> tree() {
        return Optional.of(tree);
    }

    @Override
    public Optional<Path> accounts() {
        return belongings.accounts();
    }

    @Override
    public String file() {
        return belongings.file();
    }

    @Override
    public OutputStream input() {
        return process.getOutputStream();
    }

    @Override
    public Usage usage() {
        Duration cpu = Duration.ZERO;
        long resident = 0;
        for (long member : Descent.of(process.pid())) {
            cpu = cpu.plus(Proc.snapshot(member).map(ProcessSnapshot::cpu).orElse(Duration.ZERO));
            resident += Proc.peakBytes(member);
        }
        return new Usage(cpu, resident);
    }

    @Override
    public boolean neverSleeps() {
        AwakeThreads before = AwakeThreads.of(tree.members());
        Deadline.in(WINDOW).sitOut();
        return AwakeThreads.of(tree.members()).allTheTimeSince(before);
    }

    @Override
    public boolean awaitsInput(Duration patience) {
        return prompt.await(patience);
    }

    @Override
    public boolean outOfMemory() {
        return place.killed() > killedBefore;
    }

    @Override
    public boolean awaitOutput(Duration limit) {
        Deadline deadline = Deadline.in(limit);
        try {
            for (Thread reader : readers) {
                TimeUnit.NANOSECONDS.timedJoin(
                        reader, Math.max(1, deadline.left().toNanos()));
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        return readers.stream().noneMatch(Thread::isAlive);
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        Deadline deadline = Deadline.in(END);
        if (!place.mayKill() || !tree.end(deadline)) {
            place.sweep();
        }
        awaitEnd(deadline);
        letGo();
    }

    private void awaitEnd(Deadline deadline) {
        try {
            process.waitFor(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        Deadline last = Deadline.in(LAST_OUTPUT);
        while (!awaitOutput(MOMENT) && !last.passed()) {
            // Whoever shed its mark and its session, but still holds the pipe, would keep the reader waiting.
            pipe.ifPresent(name -> Proc.writers(name).forEach(ProcessTree::kill));
        }
    }

    /** Lets go of its streams and its files, when it was ended by others. */
    void letGo() {
        closed.set(true);
        // This closes its streams too, and throws away what is still in them.
        process.destroyForcibly();
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            // Nobody reads it any more.
        }
        belongings.remove().run();
        atEnd.forEach(Runnable::run);
    }
}
