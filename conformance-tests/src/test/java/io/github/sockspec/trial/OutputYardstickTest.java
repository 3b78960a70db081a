package io.github.sockspec.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.observation.ProgramRun.Fate;
import io.github.sockspec.verdict.Finding;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutputYardstickTest {
    private final AtomicInteger runs = new AtomicInteger();

    private OutputYardstick printing(String... printed) {
        return new OutputYardstick(() -> Optional.of(run(printed[runs.getAndIncrement() % printed.length])));
    }

    private static ProgramRun run(String output) {
        return ended(0, output);
    }

    private static ProgramRun ended(int status, String output) {
        return new ProgramRun(Fate.EXITED, status, Bytes.utf8(output), Bytes.EMPTY, Duration.ZERO, Duration.ZERO, 0);
    }

    @Test
    void printed_sameOutput_holdsAfterOneRun() {
        assertEquals(Finding.HOLDS, printing("success").printed(run("success")));
        assertEquals(1, runs.get());
    }

    @Test
    void printed_lessOutput_brokenOnlyAfterMoreRuns() {
        OutputYardstick outputYardstick = printing("success");
        assertTrue(outputYardstick.printed(run("suc")) instanceof Finding.Broken);
        assertTrue(outputYardstick.printed(run("succ")) instanceof Finding.Broken);
        assertEquals(6, runs.get());
        assertEquals(
                Optional.of(Bytes.utf8("success")), outputYardstick.measured().map(ProgramRun::output));
    }

    @Test
    void printed_outputThatVariesByItself_holds() {
        assertEquals(Finding.HOLDS, printing("good day", "good morning").printed(run("good night")));
    }

    @Test
    void printed_clientThatIsNotRightWhole_measuresNothing() {
        OutputYardstick outputYardstick = new OutputYardstick(Optional::empty);
        assertEquals(Finding.HOLDS, outputYardstick.printed(run("suc")));
        assertEquals(Optional.empty(), outputYardstick.measured().map(ProgramRun::output));
    }

    @Test
    void ended_otherStatusThanWhole_brokenOnlyAfterMoreRuns() {
        OutputYardstick outputYardstick = printing("success");

        assertEquals(Finding.HOLDS, outputYardstick.ended(ended(0, "another word")));
        assertEquals(1, runs.get());
        assertTrue(outputYardstick.ended(ended(1, "success")) instanceof Finding.Broken);
        assertEquals(6, runs.get());
    }
}
