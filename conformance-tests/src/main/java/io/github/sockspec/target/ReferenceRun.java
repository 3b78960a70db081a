package io.github.sockspec.target;

import io.github.sockspec.client.Main;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.observation.ProgramRun.Fate;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of the reference client on a thread of this process. */
final class ReferenceRun implements ClientRun {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration END = Duration.ofSeconds(5);

    private final TypedInput input = new TypedInput();
    private final Captured output = new Captured();
    private final Captured errors = new Captured();
    private final Thread thread;
    private volatile int status = -1;
    private @Nullable Duration allowance;
    private Duration cpuBefore = Duration.ZERO;
    private long waitedFrom = System.nanoTime();
    private boolean waitedForInput;

    private ReferenceRun(List<String> words) {
        thread = new Thread(() -> run(words), "sockspec reference client");
        thread.setDaemon(true);
    }

    static ClientRun start(List<String> words) {
        ReferenceRun run = new ReferenceRun(words);
        run.thread.start();
        return run;
    }

    private void run(List<String> words) {
        status = Main.run(words, input, output, new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @Override
    public void type(String line) {
        input.type(line);
    }

    @Override
    public void expectEnd(Duration cpu) {
        allowance = cpu;
        cpuBefore = cpu();
        waitedFrom = System.nanoTime();
    }

    @Override
    public void endInput(Duration cpu) {
        if (allowance == null) {
            expectEnd(cpu);
        } else {
            waitedForInput = thread.isAlive();
        }
        input.end();
    }

    @Override
    public boolean awaitsInput(Duration patience) {
        return input.awaitsInput(patience);
    }

    @Override
    public boolean over() {
        return !thread.isAlive() || output.flooded() || spins();
    }

    private boolean spins() {
        return allowance != null && cpu().minus(cpuBefore).compareTo(allowance) > 0;
    }

    /** Zero for a thread that has ended. */
    private Duration cpu() {
        return Duration.ofNanos(Math.max(0, THREADS.getThreadCpuTime(thread.getId())));
    }

    @Override
    public ProgramRun end() {
        boolean alive = thread.isAlive();
        Fate fate = !alive ? ended() : output.flooded() ? Fate.FLOODS : spins() ? Fate.SPINS : Fate.HANGS;
        Duration cpu = !alive ? Duration.ZERO : cpu().minus(cpuBefore);
        Duration waited = Duration.ofNanos(System.nanoTime() - waitedFrom);
        close();
        return new ProgramRun(fate, status, output.bytes(), errors.bytes(), waited, cpu, 0);
    }

    private Fate ended() {
        return waitedForInput ? Fate.WAITED_FOR_INPUT : Fate.EXITED;
    }

    @Override
    public void close() {
        input.end();
        if (thread.isAlive()) {
            // An interrupt closes the channel it waits on.
            thread.interrupt();
        }
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, END.toNanos());
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
