package io.github.sockspec.program;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.observation.ProgramRun.Fate;
import io.github.sockspec.patience.Deadline;
import io.github.sockspec.program.ClientProgram.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One run of a client or tool under way. Everything it does is bounded by {@link #end()}. For one thread. */
public final class ClientRun implements AutoCloseable {
    /** CPU time within which a program that has nothing more to do has ended; more is spinning. */
    public static final Duration IDLE_CPU = Duration.ofMillis(750);

    /** Whoever fills so much more memory is at work, and does not spin: CPU time until then does not count. */
    private static final long GROWTH_BYTES = 1 << 20;

    /** Whoever has not grown for so long is taken to have stopped growing. */
    private static final long STOPPED_NANOS = 1_000_000_000;

    /** With so much memory it has shown enough. */
    private static final long ENOUGH_BYTES = 1L << 30;

    /** How long one that grows is waited for. */
    private static final Duration GROWING = Duration.ofSeconds(30);

    private static final Duration PROMPT = Duration.ofSeconds(5);
    private static final long BETWEEN_LOOKS_NANOS = 40_000_000;
    private static final int SIGNALS = 128;
    private static final int LAST_SIGNAL = 64;

    private final ClientProgram program;
    private final Start.Console console;
    private final CapturedOutput output;
    private final CapturedOutput errors;
    private @Nullable Duration allowance;
    private Duration cpuBefore = Duration.ZERO;
    private Usage seen = Usage.NONE;
    private long grownTo;
    private long grownAt = System.nanoTime() - STOPPED_NANOS;
    private long waitedFrom = System.nanoTime();
    private long lastLook;
    private @Nullable Fate shown;
    private boolean waitedForInput;

    ClientRun(ClientProgram program, Start.Console console, CapturedOutput output, CapturedOutput errors) {
        this.program = program;
        this.console = console;
        this.output = output;
        this.errors = errors;
    }

    /** Gives it one line of input, in which {@code {file}} stands for the file that it was given. */
    public void type(String line) {
        if (console == Start.Console.TERMINAL) {
            // A program that asks for a password throws away what was typed before it asked.
            program.awaitsInput(PROMPT);
        }
        try {
            program.input().write((line.replace("{file}", program.file()) + "\n").getBytes(StandardCharsets.UTF_8));
            program.input().flush();
        } catch (IOException gone) {
            // Nobody reads any more: what that means is for the exit status to say.
        }
    }

    /**
     * Expects that it ends by itself. Nothing more need come to it from now on but the end of its connection; its input
     * stays open.
     *
     * @param cpu the CPU time it may use from now on before that is a fact against it
     */
    public void expectEnd(Duration cpu) {
        look();
        allowance = cpu;
        cpuBefore = seen.cpu();
        waitedFrom = System.nanoTime();
    }

    /** Ends its input, and expects its end. One that was expected to end before, and ends only now, waited for its user. */
    public void endInput(Duration cpu) {
        boolean expected = allowance != null;
        if (expected) {
            waitedForInput = !program.hasEnded();
        }
        try {
            program.input().close();
        } catch (IOException gone) {
            // As above.
        }
        if (!expected) {
            expectEnd(cpu);
        }
    }

    /** Waits until it asks for input that it was not given; false when it was not seen to within {@code patience}. */
    public boolean awaitsInput(Duration patience) {
        return program.awaitsInput(patience);
    }

    /** Whether it has ended, or has shown that it will not end by itself: it spins, or writes without end. */
    public boolean over() {
        if (shown != null || program.hasEnded()) {
            return true;
        }
        if (System.nanoTime() - lastLook > BETWEEN_LOOKS_NANOS) {
            look();
            if (flooded()) {
                shown = Fate.FLOODS;
            } else if (allowance != null && used().compareTo(allowance) > 0) {
                shown = Fate.SPINS;
            }
        }
        return shown != null;
    }

    /** It was seen to connect once more. That is all that is to be seen of it, so that it need not end by itself. */
    public void connectedAgain() {
        if (shown == null && !program.hasEnded()) {
            shown = Fate.CONNECTED_AGAIN;
        }
    }

    private boolean flooded() {
        return output.flooded() || errors.flooded();
    }

    private void look() {
        seen = seen.grown(program.usage());
        lastLook = System.nanoTime();
        if (seen.peakBytes() - grownTo >= GROWTH_BYTES) {
            grownTo = seen.peakBytes();
            grownAt = lastLook;
            cpuBefore = seen.cpu();
        }
    }

    /** Lets it take the memory that it is about to take: how much that is decides, and on a busy machine it takes its time. */
    private void awaitGrowth() {
        Deadline deadline = Deadline.in(GROWING);
        look();
        while (lastLook - grownAt < STOPPED_NANOS
                && seen.peakBytes() < ENOUGH_BYTES
                && !program.hasEnded()
                && !deadline.passed()) {
            Deadline.in(Duration.ofNanos(BETWEEN_LOOKS_NANOS)).sitOut();
            look();
        }
    }

    private Duration used() {
        return seen.cpu().minus(cpuBefore);
    }

    /** What it showed; ends it with everything it started if it has not ended by itself. */
    public ProgramRun end() {
        if (shown == null && !program.hasEnded()) {
            awaitGrowth();
        }
        boolean alive = !program.hasEnded();
        Duration waited = Duration.ofNanos(System.nanoTime() - waitedFrom);
        if (alive && shown == null) {
            shown = unfinished(waited);
        }
        int status = alive ? -1 : program.status();
        close();
        Fate fate = alive && shown != null ? shown : ended(status);
        return new ProgramRun(
                fate != Fate.EXITED && program.outOfMemory() ? Fate.OUT_OF_MEMORY : fate,
                status,
                text(output),
                text(errors),
                waited,
                used(),
                seen.peakBytes());
    }

    /** On a crowded machine one that spins may be given next to no CPU time, but still it does not sleep. */
    private Fate unfinished(Duration waited) {
        if (flooded()) {
            return Fate.FLOODS;
        }
        return used().toNanos() * 10 > waited.toNanos() || program.neverSleeps() ? Fate.SPINS : Fate.HANGS;
    }

    private Fate ended(int status) {
        boolean killed = status > SIGNALS && status <= SIGNALS + LAST_SIGNAL;
        return killed ? Fate.KILLED : waitedForInput ? Fate.WAITED_FOR_INPUT : Fate.EXITED;
    }

    /** A terminal turns each LF into CR LF. */
    private Bytes text(CapturedOutput stream) {
        Bytes bytes = stream.bytes();
        return console == Start.Console.PIPE
                ? bytes
                : Bytes.text(
                        bytes.decode(StandardCharsets.ISO_8859_1).replace("\r\n", "\n"), StandardCharsets.ISO_8859_1);
    }

    /** Ends it with everything it started. */
    @Override
    public void close() {
        program.close();
    }
}
