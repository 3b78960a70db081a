package io.github.sockspec.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatagramPassageTest {
    @ParameterizedTest
    @CsvSource({
        "-, ''",
        "x0, lost",
        "x3, arrives 3 times",
        "k2, cut to 2 bytes",
        "o1, overtaken by 1",
        "d1500000, late by 1500 µs",
        "'x2k3o1d1000', 'arrives 2 times, cut to 3 bytes, overtaken by 1, late by 1 µs'",
    })
    void of_text_isWhatItsTextSays(String text, String words) {
        DatagramPassage passage = DatagramPassage.of(text);
        assertEquals(text, passage.text());
        assertEquals(words, passage.words());
    }

    @Test
    void of_nothingNamed_isAsSent() {
        assertEquals(DatagramPassage.AS_SENT, DatagramPassage.of("-"));
        assertEquals(new DatagramPassage(2, 3, 1, Duration.ofNanos(1000)), DatagramPassage.of("x2k3o1d1000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "k1x1", "x-1", "lost", "x99999999999"})
    void of_noPassage_refusedByName(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> DatagramPassage.of(text));
        assertTrue(String.valueOf(refused.getMessage()).startsWith(text + " is no passage: "), refused::getMessage);
    }

    @Test
    void passage_lessThanNothing_refused() {
        assertThrows(IllegalArgumentException.class, () -> new DatagramPassage(-1, 0, 0, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new DatagramPassage(0, -1, 0, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new DatagramPassage(0, 0, -1, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new DatagramPassage(0, 0, 0, Duration.ofNanos(-1)));
        assertEquals("x0k0", new DatagramPassage(0, 0, 0, Duration.ZERO).text());
    }

    @Test
    void of_datagram_keepsItsBeginning() {
        assertEquals(Bytes.utf8("he"), DatagramPassage.truncated(2).of(Bytes.utf8("hello")));
        assertEquals(Bytes.utf8("hello"), DatagramPassage.truncated(9).of(Bytes.utf8("hello")));
    }

    @Test
    void plan_text_isReadBack() {
        DatagramPlan plan = new DatagramPlan(
                List.of(DatagramPassage.copied(0), DatagramPassage.AS_SENT, DatagramPassage.overtaken(2)));
        assertEquals("x0,-,o2", plan.text());
        assertEquals(plan, DatagramPlan.of("x0,-,o2"));
        assertSame(DatagramPlan.AS_SENT, DatagramPlan.of(""));
        assertThrows(IllegalArgumentException.class, () -> DatagramPlan.of("x0,,o2"));
    }

    @Test
    void plan_onePassageAlters_alters() {
        assertTrue(new DatagramPlan(List.of(DatagramPassage.AS_SENT, DatagramPassage.delayed(Duration.ofNanos(1))))
                .alters());
    }
}
