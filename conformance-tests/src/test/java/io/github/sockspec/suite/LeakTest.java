package io.github.sockspec.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.kernel.Resources;
import io.github.sockspec.verdict.Finding;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeakTest {
    private static Leak.Round descriptors(int... counts) {
        return new Leak.Round(
                Arrays.stream(counts).mapToObj(count -> held(count, 1, 0)).toList());
    }

    private static Leak.Round threads(int before, int after) {
        return new Leak.Round(List.of(held(8, before, 0), held(8, after, 0)));
    }

    private static Resources held(int descriptors, int threads, int zombies) {
        return new Resources(descriptors, threads, 1, zombies, 1 << 20, Duration.ZERO);
    }

    private static Finding.Broken broken(Leak leak) {
        return assertInstanceOf(Finding.Broken.class, leak.finding());
    }

    @Test
    void add_nothingMoreIsHeld_oneRoundIsEnoughAndHolds() {
        Leak leak = new Leak();
        assertFalse(leak.add(descriptors(8, 8, 8, 8)));
        assertEquals(Finding.HOLDS, leak.finding());
    }

    @Test
    void add_oneMoreOrLessNowAndThen_holds() {
        Leak leak = new Leak();
        assertFalse(leak.add(descriptors(8, 9, 8, 9, 8, 9, 8, 9)));
        assertEquals(Finding.HOLDS, leak.finding());
    }

    @Test
    void add_eachDisconnectLeavesOne_isBrokenAfterThreeRounds() {
        Leak leak = new Leak();
        assertTrue(leak.add(descriptors(8, 33, 58)));
        assertTrue(leak.add(descriptors(58, 83, 108)));
        assertFalse(leak.add(descriptors(108, 133, 158)));
        assertEquals("it holds more descriptors than before", broken(leak).reason());
    }

    @Test
    void add_collectorClosesWhatWasLeftNowAndThen_isBrokenThoughNoMoreIsHeldThanBefore() {
        Leak leak = new Leak();
        assertTrue(leak.add(descriptors(30, 45, 12, 28, 41)));
        assertTrue(leak.add(descriptors(41, 10, 25, 38, 11)));
        assertFalse(leak.add(descriptors(11, 24, 37, 9, 11)));
        assertEquals(
                "it holds more descriptors than before, until something closes them now and then",
                broken(leak).reason());
        assertTrue(
                broken(leak).actual().text().startsWith("11, 24, 37, 9, 11 descriptors"),
                broken(leak).actual().text());
    }

    @Test
    void add_poolThatGrowsUpToItsBound_holds() {
        Leak leak = new Leak();
        assertTrue(leak.add(threads(24, 64)));
        assertTrue(leak.add(threads(64, 64)));
        assertFalse(leak.add(threads(64, 64)));
        assertEquals(Finding.HOLDS, leak.finding());
    }

    @Test
    void add_poolThatTakesTwoRoundsToItsBound_holds() {
        Leak leak = new Leak();
        assertTrue(leak.add(threads(24, 224)));
        assertTrue(leak.add(threads(224, 256)));
        assertTrue(leak.add(threads(256, 256)));
        assertFalse(leak.add(threads(256, 256)));
        assertEquals(Finding.HOLDS, leak.finding());
    }

    @Test
    void add_collectionHidesOneRound_isBrokenAllTheSame() {
        Leak leak = new Leak();
        assertTrue(leak.add(descriptors(10, 30, 50)));
        assertTrue(leak.add(descriptors(50, 12, 12)));
        assertTrue(leak.add(descriptors(12, 30, 52)));
        assertFalse(leak.add(descriptors(52, 70, 90)));
        assertEquals("it holds more descriptors than before", broken(leak).reason());
    }

    @Test
    void add_eachLeavesAZombie_isBroken() {
        Leak leak = new Leak();
        for (int round = 0; round < 3; round++) {
            leak.add(new Leak.Round(List.of(held(8, 1, 200 * round), held(8, 1, 200 * round + 200))));
        }
        assertEquals("it holds more zombies than before", broken(leak).reason());
    }
}
