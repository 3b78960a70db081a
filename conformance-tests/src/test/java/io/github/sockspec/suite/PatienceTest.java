package io.github.sockspec.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.wire.Carrier;
import io.github.sockspec.wire.Limits;
import io.github.sockspec.wire.TimedConfirmation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private final Carrier carrier = new Carrier(new TimedConfirmation(Duration.ZERO), Limits.UNMEASURED);
    private final Patience patience = new Patience(carrier);

    private Duration waits() {
        return carrier.limits().patience();
    }

    @Test
    void begins_measured_waitsAsItsOwnLatencySuggests() {
        patience.measured(Duration.ofMillis(20));
        patience.measured(Duration.ofMillis(100));
        patience.measured(Duration.ofMillis(30));
        patience.begins();

        assertEquals(Duration.ofSeconds(5), waits());
        assertTrue(patience.answersPlainly());
    }

    @Test
    void suggestedBy_quickOrSlowProgram_staysWithinBounds() {
        assertEquals(Duration.ofSeconds(2), Patience.suggestedBy(Duration.ofMillis(1)));
        assertEquals(Duration.ofSeconds(10), Patience.suggestedBy(Duration.ofSeconds(1)));
    }

    @Test
    void ends_noPlainAnswer_waitsLittle() {
        patience.ends();

        assertEquals(Duration.ofSeconds(1), waits());
        assertFalse(patience.answersPlainly());
    }
}
