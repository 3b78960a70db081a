package io.github.sockspec.program;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.engine.Streams;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.observation.ProgramRun.Fate;
import io.github.sockspec.program.LaunchedProgram.Belongings;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is made of a run whose end the kernel has seen, and whoever started it has not heard of yet. */
class ClientRunTest {
    private static final Duration NO_LIMIT = Duration.ofMinutes(1);

    @Test
    @EnabledOnOs(OS.LINUX)
    void end_endedButNotToldOf_isNotTakenForHanging() throws Exception {
        SlowNews process = new SlowNews(new ProcessBuilder("sh", "-c", "read line; exit 3").start());
        Implementation any = Programs.python(Programs.STAYS);
        CapturedOutput output = new CapturedOutput();
        ClientProgram program = LaunchedProgram.start(
                mark -> process,
                new Launch.Output(Streams.ALL, output, output),
                new Machine(any, any.start().launched().orElseThrow()),
                new Belongings(Optional.empty(), "", () -> {}));
        try (ClientRun run = new ClientRun(program, Start.Console.PIPE, output, output)) {
            assertFalse(run.over());
            run.type("go");
            run.expectEnd(NO_LIMIT);
            await().until(run::over);
            assertTrue(process.isAlive());

            CompletableFuture<ProgramRun> shown = CompletableFuture.supplyAsync(run::end);
            process.told.countDown();

            assertEquals(Fate.EXITED, shown.get(30, TimeUnit.SECONDS).fate());
            assertEquals(3, shown.get().status());
        }
    }

    /** A process of which its starter says that it runs until it is told otherwise, as a container engine may for seconds. */
    private static final class SlowNews extends Process {
        private final Process real;
        private final CountDownLatch told = new CountDownLatch(1);

        private SlowNews(Process real) {
            this.real = real;
        }

        @Override
        public long pid() {
            return real.pid();
        }

        @Override
        public boolean isAlive() {
            return told.getCount() > 0 || real.isAlive();
        }

        @Override
        public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
            return told.await(timeout, unit) && real.waitFor(timeout, unit);
        }

        @Override
        public int waitFor() throws InterruptedException {
            told.await();
            return real.waitFor();
        }

        @Override
        public int exitValue() {
            return real.exitValue();
        }

        @Override
        public OutputStream getOutputStream() {
            return real.getOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return real.getInputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return real.getErrorStream();
        }

        @Override
        public void destroy() {
            real.destroy();
        }

        @Override
        public Process destroyForcibly() {
            return real.destroyForcibly();
        }
    }
}
