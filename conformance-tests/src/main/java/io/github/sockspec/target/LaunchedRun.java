package io.github.sockspec.target;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.observation.ProgramRun.Fate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of a client in a process of its own. */
final class LaunchedRun implements ClientRun {
    private static final Duration END = Duration.ofSeconds(5);

    /** How long a container engine may take to hear of the end of a program. It has been seen to take three seconds. */
    private static final Duration NEWS = Duration.ofSeconds(60);

    /** How long output that a descendant may still hold open is waited for. */
    private static final Duration LAST_OUTPUT = Duration.ofSeconds(1);

    private static final long BETWEEN_LOOKS_NANOS = 40_000_000;
    private static final Duration WINDOW = Duration.ofMillis(100);
    private static final int SIGNALS = 128;
    private static final int LAST_SIGNAL = 64;

    private final Process process;
    private final ProcessTree tree;
    private final Scratch scratch;
    private final Start.Console console;
    private final Prompt prompt;
    private final Captured output = new Captured();
    private final Captured errors = new Captured();
    private final List<Thread> readers;
    private @Nullable Duration allowance;
    private Duration cpuBefore = Duration.ZERO;
    private Duration cpu = Duration.ZERO;
    private long waitedFrom = System.nanoTime();
    private long lastLook;
    private long peak;
    private @Nullable Fate shown;
    private boolean waitedForInput;
    private String file = "";
    private boolean closed;

    LaunchedRun(Process process, String mark, Scratch scratch, Start.Console console) {
        this.process = process;
        this.scratch = scratch;
        this.console = console;
        tree = new ProcessTree(process.pid(), Optional.of(mark));
        prompt = new Prompt(process, tree, output);
        readers = List.of(output.follow(process.getInputStream()), errors.follow(process.getErrorStream()));
    }

    /** This run, in whose input {@code {file}} stands for that file. */
    LaunchedRun given(Optional<Path> input) {
        file = input.map(Path::toString).orElse("");
        return this;
    }

    @Override
    public void type(String line) {
        if (console == Start.Console.TERMINAL) {
            // A program that asks for a password throws away what was typed before it asked.
            prompt.await(END);
        }
        try {
            process.getOutputStream().write((line.replace("{file}", file) + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException gone) {
            // Nobody reads any more: what that means is for the exit status to say.
        }
    }

    @Override
    public void expectEnd(Duration cpuAllowed) {
        look();
        allowance = cpuAllowed;
        cpuBefore = cpu;
        waitedFrom = System.nanoTime();
    }

    @Override
    public void endInput(Duration cpuAllowed) {
        if (allowance == null) {
            closeInput();
            expectEnd(cpuAllowed);
        } else {
            waitedForInput = !hasEnded();
            closeInput();
        }
    }

    private void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            // As above.
        }
    }

    @Override
    public boolean awaitsInput(Duration patience) {
        return prompt.await(patience);
    }

    @Override
    public boolean over() {
        if (shown != null || hasEnded()) {
            return true;
        }
        if (System.nanoTime() - lastLook > BETWEEN_LOOKS_NANOS) {
            look();
            if (output.flooded() || errors.flooded()) {
                shown = Fate.FLOODS;
            } else if (allowance != null && used().compareTo(allowance) > 0) {
                shown = Fate.SPINS;
            }
        }
        return shown != null;
    }

    /** Looks at what its processes have used so far; both only grow. */
    private void look() {
        Duration total = Duration.ZERO;
        long resident = 0;
        for (long member : Descent.of(process.pid())) {
            total = total.plus(Proc.snapshot(member).map(ProcessSnapshot::cpu).orElse(Duration.ZERO));
            resident += Proc.peakBytes(member);
        }
        cpu = total.compareTo(cpu) > 0 ? total : cpu;
        peak = Math.max(peak, resident);
        lastLook = System.nanoTime();
    }

    private Duration used() {
        return cpu.minus(cpuBefore);
    }

    /** An engine may say for a while that a program runs which the kernel has ended. */
    private boolean hasEnded() {
        return !process.isAlive() || tree.rootEnded();
    }

    /** Waits for the status of a program that has ended. */
    private void awaitStatus() {
        try {
            if (!process.waitFor(NEWS.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StartFailure("the program has ended, and its status was not told within " + NEWS.toSeconds()
                        + " s: the container engine does not keep up");
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** On a crowded machine one that spins may be given next to no CPU time, but still it does not sleep. */
    private boolean neverSleeps() {
        Awake before = Awake.of(tree.members());
        Deadline.in(WINDOW).sitOut();
        return Awake.of(tree.members()).allTheTimeSince(before);
    }

    @Override
    public ProgramRun end() {
        boolean alive = !hasEnded();
        Duration waited = Duration.ofNanos(System.nanoTime() - waitedFrom);
        if (alive && shown == null) {
            look();
            shown = used().toNanos() * 10 > waited.toNanos() || neverSleeps() ? Fate.SPINS : Fate.HANGS;
        }
        if (!alive) {
            awaitStatus();
        }
        close();
        int status = alive ? -1 : process.exitValue();
        return new ProgramRun(
                alive && shown != null ? shown : ended(status),
                status,
                text(output),
                text(errors),
                waited,
                used(),
                peak);
    }

    private Fate ended(int status) {
        boolean killed = status > SIGNALS && status <= SIGNALS + LAST_SIGNAL;
        return killed ? Fate.KILLED : waitedForInput ? Fate.WAITED_FOR_INPUT : Fate.EXITED;
    }

    /** A terminal turns each LF into CR LF. */
    private Bytes text(Captured stream) {
        Bytes bytes = stream.bytes();
        return console == Start.Console.PIPE
                ? bytes
                : Bytes.text(
                        bytes.decode(StandardCharsets.ISO_8859_1).replace("\r\n", "\n"), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        Deadline deadline = Deadline.in(END);
        // Not by the process itself: that would close its pipes, and throw away what is still in them.
        ProcessTree.kill(process.pid());
        tree.end(deadline);
        try {
            process.waitFor(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            Deadline last = Deadline.in(LAST_OUTPUT);
            for (Thread reader : readers) {
                TimeUnit.NANOSECONDS.timedJoin(reader, Math.max(1, last.left().toNanos()));
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        scratch.close();
    }
}
