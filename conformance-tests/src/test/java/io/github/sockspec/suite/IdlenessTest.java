package io.github.sockspec.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.sockspec.verdict.Finding;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IdlenessTest {
    private static final Idleness.Window QUIET = window(10, false);
    private static final Idleness.Window CROWDED = window(10, true);

    private static Idleness.Window window(long used, boolean awake) {
        return new Idleness.Window(Duration.ofMillis(used), awake);
    }

    private static Finding finding(Idleness.Window last, long used) {
        return Idleness.finding(last, Duration.ofMillis(used), Duration.ofMillis(4_500));
    }

    @Test
    void finding_quietWindow_holdsWhateverWasUsedBefore() {
        assertEquals(Finding.HOLDS, finding(QUIET, 3_000));
    }

    @Test
    void finding_busyToTheEnd_isBroken() {
        Finding.Broken broken = assertInstanceOf(Finding.Broken.class, finding(window(300, false), 4_500));
        assertEquals("it is busy while nobody asks", broken.reason());
        assertEquals("300 ms of CPU time in the last of them", broken.actual().text());
    }

    @Test
    void finding_neverAsleepAndGivenEnough_isBrokenHoweverLittleTheLastWindowGave() {
        Finding.Broken broken = assertInstanceOf(Finding.Broken.class, finding(CROWDED, 1_000));
        assertEquals(
                "10 ms of CPU time in the last of them, in which it never slept",
                broken.actual().text());
    }

    @Test
    void finding_neverAsleepAndGivenNextToNothing_isNotBlamed() {
        Finding.Undecided undecided = assertInstanceOf(Finding.Undecided.class, finding(CROWDED, 150));
        assertEquals(
                "this machine was too busy: in 4500 ms of quiet the program was given 150 ms of CPU time, too little to tell"
                        + " a spin from work that ends",
                undecided.reason());
    }
}
