package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.verdict.Outcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerdictCountsTest {
    private static VerdictCounts of(Map<Outcome, Integer> quiet, Map<Outcome, Integer> loaded) {
        return new VerdictCounts(
                "program", "login/server/LOGIN-1/plain@whole", Clause.required("LOGIN-1"), quiet, loaded, Map.of());
    }

    @Test
    void stable_sameUnderBothConditions_isTrue() {
        VerdictCounts recurrence = of(Map.of(Outcome.PASS, 5), Map.of(Outcome.PASS, 3));
        assertTrue(recurrence.stable());
        assertTrue(recurrence.always(Outcome.PASS));
        assertEquals(Map.of(Outcome.PASS, 8), recurrence.all());
    }

    @Test
    void stable_otherUnderLoad_isFalse() {
        VerdictCounts recurrence = of(Map.of(Outcome.PASS, 5), Map.of(Outcome.PASS, 4, Outcome.INCONCLUSIVE, 1));
        assertFalse(recurrence.stable());
        assertFalse(recurrence.always(Outcome.PASS));
    }

    @Test
    void stable_otherOnce_isFalse() {
        assertFalse(of(Map.of(Outcome.FAIL, 5, Outcome.PASS, 1), Map.of()).stable());
    }
}
