package io.github.sockspec.program;

import io.github.sockspec.client.Main;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of the reference client on a thread of this process. */
final class ThreadProgram implements ClientProgram {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration END = Duration.ofSeconds(5);

    private final TypedInput input = new TypedInput();
    private final Thread thread;
    private final String file;
    private volatile int status = -1;

    private ThreadProgram(List<String> words, Launch launch) {
        Launch.Output output = launch.output();
        file = launch.file().map(Path::toString).orElse("");
        PrintStream errors = new PrintStream(output.errors(), true, StandardCharsets.UTF_8);
        thread = new Thread(() -> status = Main.run(words, input, output.out(), errors), "sockspec reference client");
        thread.setDaemon(true);
    }

    static ThreadProgram start(List<String> words, Launch launch) {
        ThreadProgram program = new ThreadProgram(words, launch);
        program.thread.start();
        return program;
    }

    @Override
    public boolean alive() {
        return thread.isAlive();
    }

    @Override
    public boolean hasEnded() {
        return !thread.isAlive();
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public OutputStream input() {
        return input.keyboard();
    }

    @Override
    public String file() {
        return file;
    }

    /** No CPU time for a thread that has ended. */
    @Override
    public Usage usage() {
        return new Usage(Duration.ofNanos(Math.max(0, THREADS.getThreadCpuTime(thread.getId()))), 0);
    }

    @Override
    public boolean neverSleeps() {
        return false;
    }

    @Override
    public boolean awaitsInput(Duration patience) {
        return input.awaitsInput(patience);
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
