package io.github.sockspec.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Patience patience = new Patience(Patience.Of.ANSWER);

    @Test
    void begins_measured_waitsAsItsOwnLatencySuggests() {
        patience.measured(Duration.ofMillis(20));
        patience.measured(Duration.ofMillis(100));
        patience.measured(Duration.ofMillis(30));
        patience.begins();

        assertEquals(Duration.ofSeconds(5), patience.time());
        assertTrue(patience.answersPlainly());
    }

    @Test
    void suggestedBy_quickOrSlowProgram_staysWithinBounds() {
        assertEquals(Duration.ofSeconds(2), Patience.Of.ANSWER.suggestedBy(Duration.ofMillis(1)));
        assertEquals(Duration.ofSeconds(10), Patience.Of.ANSWER.suggestedBy(Duration.ofSeconds(1)));
        assertEquals(Duration.ofSeconds(2), Patience.Of.RUN.suggestedBy(Duration.ofMillis(100)));
        assertEquals(Duration.ofSeconds(5), Patience.Of.RUN.suggestedBy(Duration.ofMillis(500)));
    }

    @Test
    void again_quickOrSlowProgram_waitsAsItsOwnLatencySuggests() {
        patience.begins();
        patience.measured(Duration.ofMillis(1));
        assertEquals(Duration.ofMillis(500), patience.again());

        patience.measured(Duration.ofMillis(30));
        assertEquals(Duration.ofMillis(1500), patience.again());
        assertEquals(Duration.ofSeconds(2), patience.time());
    }

    @Test
    void time_noPlainAnswerOfAServer_waitsLittle() {
        assertEquals(Duration.ofSeconds(1), patience.time());
        assertFalse(patience.answersPlainly());
    }

    @Test
    void time_clientThatWasNotMeasured_waitsLong() {
        assertEquals(Duration.ofSeconds(10), new Patience(Patience.Of.RUN).time());
    }
}
