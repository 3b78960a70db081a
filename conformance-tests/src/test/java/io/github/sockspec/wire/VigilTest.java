package io.github.sockspec.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.observation.Fact;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class VigilTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final AtomicInteger had = new AtomicInteger();

    private Vigil beside(Duration control, int slower) {
        Control counted = new Control(
                () -> {
                    had.incrementAndGet();
                    return control;
                },
                slower);
        return Limits.UNMEASURED.patient(PATIENCE).beside(counted).vigil();
    }

    /** Without a sleep, of which a busy machine might make a long one. */
    private static void toItsEnd(Vigil vigil) {
        while (!vigil.over()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void until_comesAtOnce_hasNoControl() {
        assertTrue(Waiting.until(beside(Duration.ofHours(1), 1), () -> true));
        assertEquals(0, had.get());
    }

    @Test
    void until_quickControl_endsInVainAfterItsPatienceWithoutSlip() {
        Vigil vigil = beside(Duration.ofNanos(1), 1);

        toItsEnd(vigil);
        assertTrue(had.get() > 0);
        assertEquals(Optional.empty(), vigil.slip(PATIENCE));
    }

    @Test
    void patience_slowerControl_isFiftyTimesWhatTheProgramNeedsNow() {
        Vigil vigil = beside(Duration.ofMillis(2), 3);

        toItsEnd(vigil);
        assertEquals(Duration.ofMillis(300), vigil.patience());
        assertTrue(vigil.drawnOut());
    }

    @Test
    void patience_verySlowControl_isBounded() {
        Vigil vigil = beside(Duration.ofHours(1), 10);
        Waiting.quietly(Duration.ofMillis(60));

        assertFalse(vigil.over());
        assertEquals(Duration.ofSeconds(10), vigil.patience());
    }

    @Test
    void slip_controlTooSlowForTheWait_saysHowSlow() {
        Vigil vigil = new Vigil(PATIENCE, PATIENCE, PATIENCE, new Control(() -> Duration.ofMillis(30), 2));

        toItsEnd(vigil);
        Fact.Slipped slipped = (Fact.Slipped) vigil.slip(PATIENCE).orElseThrow();
        assertEquals(2, slipped.slower());
        assertTrue(slipped.control().compareTo(Duration.ofMillis(30)) >= 0);
        assertTrue(slipped.waited().compareTo(PATIENCE) >= 0);
    }

    @Test
    void slept_wokenLate_countsAsSlow() {
        Vigil vigil = beside(Duration.ZERO, 1);
        vigil.slept(System.nanoTime() - 1_000_000_000, 1_000_000);

        assertTrue(vigil.slip(PATIENCE).isPresent());
    }

    @Test
    void renew_programGoesOn_forgetsWhatWas() {
        Vigil vigil = beside(Duration.ZERO, 1);
        vigil.slept(System.nanoTime() - 1_000_000_000, 1_000_000);
        vigil.renew();

        assertEquals(PATIENCE, vigil.patience());
        assertEquals(Optional.empty(), vigil.slip(PATIENCE));
    }

    @Test
    void until_neverComes_isFalse() {
        assertFalse(Waiting.until(beside(Duration.ZERO, 1), () -> false));
    }

    @Test
    void over_renewedForEver_endsAtTheLongest() {
        Duration longest = Duration.ofMillis(300);
        Vigil vigil = new Vigil(PATIENCE, PATIENCE, longest, Control.NONE);
        while (!vigil.over()) {
            vigil.renew();
        }

        assertFalse(vigil.drawnOut());
    }
}
