package io.github.sockspec.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final long MEBIBYTE = 1 << 20;

    private static Growth grown(long now, long read) {
        return Growth.from(20 * MEBIBYTE).then(now * MEBIBYTE, read * MEBIBYTE);
    }

    @Test
    void inProportion_halfOfWhatWasRead_isSo() {
        assertTrue(grown(24, 8).inProportion());
        assertFalse(grown(23, 8).inProportion());
    }

    @Test
    void inProportion_lessThanOneConnectionMayTake_isNotSo() {
        assertFalse(grown(21, 1).inProportion());
    }

    @Test
    void inProportion_collectedSince_isNotSoThoughMuchWasHeld() {
        Growth growth = grown(60, 40).then(22 * MEBIBYTE, 41 * MEBIBYTE);
        assertFalse(growth.inProportion());
        assertEquals(40 * MEBIBYTE, growth.grown());
    }

    @Test
    void inStep_halfOfWhatWasReadLessIsHeldLess_isSo() {
        assertTrue(grown(36, 16).inStep(grown(28, 8)));
        assertTrue(grown(36, 16).inStep(grown(32, 8)));
    }

    @Test
    void inStep_asMuchOfLessIsHeldAsBufferWould_isNotSo() {
        assertFalse(grown(36, 16).inStep(grown(36, 8)));
        assertFalse(grown(36, 16).inStep(grown(33, 8)));
    }

    @Test
    void releasedAt_halfIsGone_isSo() {
        assertTrue(grown(30, 10).releasedAt(25 * MEBIBYTE));
        assertFalse(grown(30, 10).releasedAt(26 * MEBIBYTE));
    }
}
