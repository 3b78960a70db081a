package io.github.sockspec.engine;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectExecResponse;
import com.github.dockerjava.api.exception.DockerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program that was started in a container, to be handled like any process of this machine. */
public final class Execution extends Process {
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration END = Duration.ofSeconds(5);
    private static final long PAUSE_NANOS = 1_000_000;

    private final DockerClient client;
    private final String id;
    private final Attachment streams;
    private volatile long pid;
    private volatile int status = -1;

    private Execution(DockerClient client, String id, Attachment streams) {
        this.client = client;
        this.id = id;
        this.streams = streams;
    }

    /**
     * What is to be run.
     *
     * @param words the program and its arguments
     * @param environment variables as {@code NAME=value}, beside those of the container
     */
    public record Plan(List<String> words, List<String> environment, Streams streams) {}

    static Execution start(DockerClient client, Path engine, String container, Plan plan) {
        boolean attended = plan.streams() != Streams.OUTPUT;
        boolean terminal = plan.streams() == Streams.TERMINAL;
        String id = client.execCreateCmd(container)
                .withCmd(plan.words().toArray(String[]::new))
                .withEnv(plan.environment())
                .withAttachStdin(attended)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .withTty(terminal)
                .exec()
                .getId();
        try {
            Execution execution = new Execution(client, id, Attachment.start(engine, id, plan.streams()));
            execution.awaitStart();
            return execution;
        } catch (IOException refused) {
            throw new EngineFailure(
                    "a program could not be started in the container: " + refused.getMessage(), refused);
        }
    }

    private void awaitStart() {
        long deadline = System.nanoTime() + START.toNanos();
        while (pid == 0 && System.nanoTime() < deadline) {
            InspectExecResponse seen = client.inspectExecCmd(id).exec();
            pid = Optional.ofNullable(seen.getPidLong()).orElse(0L);
            if (pid == 0 && streams.ended()) {
                ended(seen);
                return;
            }
            if (pid == 0) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** Its number on the engine's machine; 0 when it could not even be started. */
    @Override
    public long pid() {
        return pid;
    }

    @Override
    public OutputStream getOutputStream() {
        return streams.input();
    }

    @Override
    public InputStream getInputStream() {
        return streams.output();
    }

    @Override
    public InputStream getErrorStream() {
        return streams.errors();
    }

    /** Whether it has not ended, as the kernel sees it where it can be asked, else as the engine does. */
    @Override
    public boolean isAlive() {
        if (status >= 0) {
            return false;
        }
        boolean gone = pid == 0 || !Files.exists(Path.of("/proc/" + pid));
        if (gone || streams.ended()) {
            look();
        }
        return status < 0;
    }

    private void look() {
        try {
            ended(client.inspectExecCmd(id).exec());
        } catch (DockerException containerGone) {
            status = 128 + 9;
        }
    }

    private void ended(InspectExecResponse seen) {
        if (!Boolean.TRUE.equals(seen.isRunning())) {
            status = Optional.ofNullable(seen.getExitCodeLong()).orElse(0L).intValue();
        }
    }

    @Override
    public int exitValue() {
        if (isAlive()) {
            throw new IllegalThreadStateException("it has not ended");
        }
        return status;
    }

    @Override
    public int waitFor() {
        while (!waitFor(END.toNanos(), TimeUnit.NANOSECONDS)) {
            if (Thread.currentThread().isInterrupted()) {
                return -1;
            }
        }
        return status;
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (isAlive()
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return !isAlive();
    }

    void awaitEnd() {
        waitFor(END.toNanos(), TimeUnit.NANOSECONDS);
        destroy();
    }

    /** Lets go of its streams. The program is ended where it runs: by its number, or by {@link Container#sweep}. */
    @Override
    public void destroy() {
        streams.close();
    }

    @Override
    public Process destroyForcibly() {
        if (status < 0) {
            // Of one that has ended, the number may be another's by now.
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
        destroy();
        return this;
    }
}
