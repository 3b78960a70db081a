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

    @Test
    @EnabledOnOs(OS.LINUX)
    void over_cpuTimeThatFillsMemory_isNotTakenForSpinning() throws Exception {
        // It fills 64 MiB a piece at a time, with several times the CPU time in all that a spin is blamed for, and then
        // ends.
        String fills = "import time\nall = []\nfor _ in range(64):\n    all.append(b'1' * (1 << 20))\n"
                + "    busy = time.process_time() + 0.03\n    while time.process_time() < busy: pass\n"
                + "raise SystemExit(3)\n";
        ProgramRun shown = run(fills);
        assertEquals(Fate.EXITED, shown.fate());
        assertEquals(3, shown.status());
        assertTrue(shown.peakBytes() > 64 << 20, () -> shown.peakBytes() + " bytes");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void over_cpuTimeWithoutGrowth_isSpinning() throws Exception {
        assertEquals(Fate.SPINS, run("while True: pass\n").fate());
    }

    /** What is shown by a Python program that has nothing more to do once it has said that it runs. */
    private static ProgramRun run(String script) throws Exception {
        Implementation any = Programs.python(Programs.STAYS);
        CapturedOutput output = new CapturedOutput();
        ClientProgram program = LaunchedProgram.start(
                mark -> new ProcessBuilder("python3", "-c", "print(1, flush=True)\n" + script).start(),
                new Launch.Output(Streams.ALL, output, output),
                new Machine(any, any.start().launched().orElseThrow()),
                new Belongings(Optional.empty(), "", () -> {}));
        try (ClientRun run = new ClientRun(program, Start.Console.PIPE, output, output)) {
            await().until(() -> !output.bytes().isEmpty());
            run.expectEnd(Duration.ofMillis(500));
            await().atMost(Duration.ofMinutes(1)).until(run::over);
            return run.end();
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
