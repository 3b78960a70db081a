package io.github.sockspec.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.verdict.Finding;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutputYardstickTest {
    private final AtomicInteger runs = new AtomicInteger();

    private OutputYardstick printing(String... printed) {
        return new OutputYardstick(() -> Optional.of(Bytes.utf8(printed[runs.getAndIncrement() % printed.length])));
    }

    @Test
    void of_sameOutput_holdsAfterOneRun() {
        assertEquals(Finding.HOLDS, printing("success").of(Bytes.utf8("success")));
        assertEquals(1, runs.get());
    }

    @Test
    void of_lessOutput_brokenOnlyAfterMoreRuns() {
        OutputYardstick outputYardstick = printing("success");
        assertTrue(outputYardstick.of(Bytes.utf8("suc")) instanceof Finding.Broken);
        assertTrue(outputYardstick.of(Bytes.utf8("succ")) instanceof Finding.Broken);
        assertEquals(6, runs.get());
        assertEquals(Optional.of(Bytes.utf8("success")), outputYardstick.measured());
    }

    @Test
    void of_outputThatVariesByItself_holds() {
        assertEquals(Finding.HOLDS, printing("good day", "good morning").of(Bytes.utf8("good night")));
    }

    @Test
    void of_clientThatIsNotRightWhole_measuresNothing() {
        OutputYardstick outputYardstick = new OutputYardstick(Optional::empty);
        assertEquals(Finding.HOLDS, outputYardstick.of(Bytes.utf8("suc")));
        assertEquals(Optional.empty(), outputYardstick.measured());
    }
}
