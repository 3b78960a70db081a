package io.github.sockspec.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowMachineTest {
    private static final Finding BROKEN = Finding.Broken.of("nothing came", "an answer", "nothing");

    private static Observation slipped(int slower) {
        return new Observation(
                List.of(new Fact.Slipped(Duration.ZERO, Duration.ofMillis(10_000), Duration.ofMillis(2_345), slower)));
    }

    @Test
    void of_brokenOnAQuickMachine_staysBroken() {
        assertSame(
                BROKEN, SlowMachine.of(BROKEN, new Observation(List.of(new Fact.Quiet(Duration.ZERO, Duration.ZERO)))));
    }

    @Test
    void of_brokenButControlSlipped_isUndecidedAndSaysTheNumbers() {
        assertEquals(
                new Finding.Undecided("this machine was too slow: in 10,000 ms of waiting the control conversation with"
                        + " the reference once took 2,345 ms; seen was: nothing came"),
                SlowMachine.of(BROKEN, slipped(1)));
    }

    @Test
    void of_programSlowerThanItsControl_saysHowManyTimes() {
        assertEquals(
                new Finding.Undecided("this machine was too slow: in 10,000 ms of waiting the control conversation with"
                        + " the reference once took 2,345 ms, and this program is 7 times slower than that;"
                        + " seen was: nothing came"),
                SlowMachine.of(BROKEN, slipped(7)));
    }

    @Test
    void of_holdsThoughControlSlipped_holds() {
        assertSame(Finding.HOLDS, SlowMachine.of(Finding.HOLDS, slipped(1)));
    }

    @Test
    void of_undecidedThoughControlSlipped_keepsItsReason() {
        Finding undecided = new Finding.Undecided("its memory can't be seen");
        assertSame(undecided, SlowMachine.of(undecided, slipped(1)));
    }
}
