package io.github.sockspec.patience;

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
class GuardedWaitTest {
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final AtomicInteger had = new AtomicInteger();

    private GuardedWait beside(Duration control, int slower) {
        ControlConversation counted = new ControlConversation(
                () -> {
                    had.incrementAndGet();
                    return control;
                },
                slower);
        return Limits.UNMEASURED.patient(PATIENCE).beside(counted).guardedWait();
    }

    /** Without a sleep, of which a busy machine might make a long one. */
    private static void toItsEnd(GuardedWait guardedWait) {
        while (!guardedWait.over()) {
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
        GuardedWait guardedWait = beside(Duration.ofNanos(1), 1);

        toItsEnd(guardedWait);
        assertTrue(had.get() > 0);
        assertEquals(Optional.empty(), guardedWait.slip(PATIENCE));
    }

    @Test
    void patience_slowerControl_isFiftyTimesWhatTheProgramNeedsNow() {
        GuardedWait guardedWait = beside(Duration.ofMillis(2), 3);

        toItsEnd(guardedWait);
        assertEquals(Duration.ofMillis(300), guardedWait.patience());
        assertTrue(guardedWait.drawnOut());
    }

    @Test
    void patience_verySlowControl_isBounded() {
        GuardedWait guardedWait = beside(Duration.ofHours(1), 10);
        Waiting.quietly(Duration.ofMillis(60));

        assertFalse(guardedWait.over());
        assertEquals(Duration.ofSeconds(10), guardedWait.patience());
    }

    @Test
    void slip_controlTooSlowForTheWait_saysHowSlow() {
        GuardedWait guardedWait =
                new GuardedWait(PATIENCE, PATIENCE, PATIENCE, new ControlConversation(() -> Duration.ofMillis(30), 2));

        toItsEnd(guardedWait);
        Fact.Slipped slipped = (Fact.Slipped) guardedWait.slip(PATIENCE).orElseThrow();
        assertEquals(2, slipped.slower());
        assertTrue(slipped.control().compareTo(Duration.ofMillis(30)) >= 0);
        assertTrue(slipped.waited().compareTo(PATIENCE) >= 0);
    }

    @Test
    void slept_wokenLate_countsAsSlow() {
        GuardedWait guardedWait = beside(Duration.ZERO, 1);
        guardedWait.slept(System.nanoTime() - 1_000_000_000, 1_000_000);

        assertTrue(guardedWait.slip(PATIENCE).isPresent());
    }

    @Test
    void renew_programGoesOn_forgetsWhatWas() {
        GuardedWait guardedWait = beside(Duration.ZERO, 1);
        guardedWait.slept(System.nanoTime() - 1_000_000_000, 1_000_000);
        guardedWait.renew();

        assertEquals(PATIENCE, guardedWait.patience());
        assertEquals(Optional.empty(), guardedWait.slip(PATIENCE));
    }

    @Test
    void until_neverComes_isFalse() {
        assertFalse(Waiting.until(beside(Duration.ZERO, 1), () -> false));
    }

    @Test
    void over_renewedForEver_endsAtTheLongest() {
        Duration longest = Duration.ofMillis(300);
        GuardedWait guardedWait = new GuardedWait(PATIENCE, PATIENCE, longest, ControlConversation.NONE);
        while (!guardedWait.over()) {
            guardedWait.renew();
        }

        assertFalse(guardedWait.drawnOut());
    }
}
