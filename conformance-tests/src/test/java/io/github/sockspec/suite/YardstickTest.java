package io.github.sockspec.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.verdict.Finding;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class YardstickTest {
    private final AtomicInteger runs = new AtomicInteger();

    private Yardstick printing(String... printed) {
        return new Yardstick(() -> Optional.of(Bytes.utf8(printed[runs.getAndIncrement() % printed.length])));
    }

    @Test
    void of_sameOutput_holdsAfterOneRun() {
        assertEquals(Finding.HOLDS, printing("success").of(Bytes.utf8("success")));
        assertEquals(1, runs.get());
    }

    @Test
    void of_lessOutput_brokenOnlyAfterMoreRuns() {
        Yardstick yardstick = printing("success");
        assertTrue(yardstick.of(Bytes.utf8("suc")) instanceof Finding.Broken);
        assertTrue(yardstick.of(Bytes.utf8("succ")) instanceof Finding.Broken);
        assertEquals(6, runs.get());
        assertEquals(Optional.of(Bytes.utf8("success")), yardstick.measured());
    }

    @Test
    void of_outputThatVariesByItself_holds() {
        assertEquals(Finding.HOLDS, printing("good day", "good morning").of(Bytes.utf8("good night")));
    }

    @Test
    void of_clientThatIsNotRightWhole_measuresNothing() {
        Yardstick yardstick = new Yardstick(Optional::empty);
        assertEquals(Finding.HOLDS, yardstick.of(Bytes.utf8("suc")));
        assertEquals(Optional.empty(), yardstick.measured());
    }
}
