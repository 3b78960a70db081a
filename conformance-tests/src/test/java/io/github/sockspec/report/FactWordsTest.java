package io.github.sockspec.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FactWordsTest {
    private static final Duration AT = Duration.ofMillis(2);

    @Test
    void of_slowMachine_isNotTheProgramsDoing() {
        Fact slipped = new Fact.Slipped(AT, Duration.ofMillis(700), Duration.ofMillis(900), 1);
        String took = "the control conversation took 900 ms in 700 ms";

        FactWords words = FactWords.of(RecordedFact.of(slipped));

        assertEquals("this machine", words.who());
        assertEquals("was too slow for the wait: " + took, words.what());
        assertEquals("     2.000 ms  " + words.line(), FactWords.line(slipped));
        assertEquals("  slow      this machine: " + took, words.line());
        assertEquals("this machine was too slow for the wait: " + took, FactWords.remark(slipped));
    }

    @Test
    void of_bytesThatWereNotKept_areCountedAll() {
        Fact sent = new Fact.Sent(AT, 0, Bytes.repeat(Bytes.utf8("x"), 10_000));

        assertEquals(
                "writes 10000 bytes from byte 0: \"" + "x".repeat(120) + "\" … 9880 more bytes",
                FactWords.of(RecordedFact.of(sent)).what());
    }
}
