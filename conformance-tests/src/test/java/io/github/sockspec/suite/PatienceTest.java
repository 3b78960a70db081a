package io.github.sockspec.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.wire.Carrier;
import io.github.sockspec.wire.Limits;
import io.github.sockspec.wire.TimedConfirmation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Observation SILENCE =
            new Observation(List.of(new Fact.Quiet(Duration.ofSeconds(2), Duration.ofSeconds(2))));
    private static final Observation ANSWER = new Observation(List.of(new Fact.PeerFinished(Duration.ZERO)));

    private final Carrier carrier = new Carrier(new TimedConfirmation(Duration.ZERO), Limits.UNMEASURED);
    private final Patience patience = new Patience(carrier);

    private Duration waits() {
        return carrier.limits().patience();
    }

    @Test
    void begins_firstSilenceYetToCome_waitsLong() {
        patience.measured(Duration.ofMillis(1));
        patience.begins();
        patience.noting(ANSWER);

        assertEquals(Duration.ofSeconds(10), waits());
    }

    @Test
    void noting_firstSilence_waitsAsItsOwnLatencySuggests() {
        patience.measured(Duration.ofMillis(20));
        patience.measured(Duration.ofMillis(100));
        patience.measured(Duration.ofMillis(30));
        patience.begins();
        patience.noting(SILENCE);

        assertEquals(Duration.ofSeconds(5), waits());
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

    @Test
    void noting_silenceWithoutPlainAnswer_waitsLittle() {
        patience.measured(Duration.ofMillis(100));
        patience.noting(SILENCE);

        assertEquals(Duration.ofSeconds(1), waits());
    }
}
