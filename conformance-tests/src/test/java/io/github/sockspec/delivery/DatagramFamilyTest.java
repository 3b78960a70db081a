package io.github.sockspec.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatagramFamilyTest {
    private static final int MANY = 200;

    private static List<DatagramPlan> plans(DatagramFamily family, int datagrams) {
        return family.of(datagrams, Sampling.DEFAULT).toList();
    }

    private static <T> List<T> of(DatagramPlan plan, Function<DatagramPassage, T> part) {
        return plan.passages().stream().map(part).toList();
    }

    /** What one plan of many datagrams is made of: all values, and no others. */
    private static <T> Set<T> values(DatagramFamily family, int plan, Function<DatagramPassage, T> part) {
        return new HashSet<>(of(plans(family, MANY).get(plan), part));
    }

    @Test
    void asSent_any_altersNothing() {
        assertEquals(List.of(DatagramPlan.AS_SENT), plans(DatagramFamily.AS_SENT, 5));
        assertFalse(DatagramPlan.AS_SENT.alters());
    }

    @Test
    void duplicated_four_isTwiceEach() {
        assertEquals(List.of(2, 2, 2, 2), of(plans(DatagramFamily.DUPLICATED, 4).get(0), DatagramPassage::copies));
        assertEquals(Set.of(1, 2, 3), values(DatagramFamily.DUPLICATED, 1, DatagramPassage::copies));
    }

    @Test
    void reordered_oddNumber_swapsNeighboursAndLeavesTheLast() {
        assertEquals(
                List.of(1, 0, 1, 0, 0), of(plans(DatagramFamily.REORDERED, 5).get(0), DatagramPassage::overtakenBy));
        assertEquals(List.of(1, 0), of(plans(DatagramFamily.REORDERED, 2).get(0), DatagramPassage::overtakenBy));
        assertEquals(Set.of(0, 1, 2, 3, 4), values(DatagramFamily.REORDERED, 1, DatagramPassage::overtakenBy));
    }

    @Test
    void reordered_fromASeed_isOvertakenByNoMoreThanFollow() {
        for (int datagrams = 1; datagrams < 30; datagrams++) {
            List<Integer> by = of(plans(DatagramFamily.REORDERED, datagrams).get(1), DatagramPassage::overtakenBy);
            for (int index = 0; index < datagrams; index++) {
                assertTrue(by.get(index) < datagrams - index, by.toString());
            }
        }
    }

    @Test
    void dropped_four_losesEverySecond() {
        assertEquals(List.of(0, 1, 0, 1), of(plans(DatagramFamily.DROPPED, 4).get(0), DatagramPassage::copies));
        List<Integer> third = of(plans(DatagramFamily.DROPPED, 3 * MANY).get(1), DatagramPassage::copies);
        long lost = third.stream().filter(copies -> copies == 0).count();
        assertEquals(Set.of(0, 1), Set.copyOf(third));
        assertTrue(lost > MANY / 2 && lost < 3 * MANY / 2, lost + " lost");
    }

    @Test
    void delayed_many_isLateByAtMostThreeMilliseconds() {
        Set<Duration> delays = values(DatagramFamily.DELAYED, 0, DatagramPassage::delay);
        assertTrue(delays.size() > MANY / 2);
        assertTrue(delays.stream().allMatch(delay -> delay.compareTo(Duration.ofMillis(3)) < 0));
        assertTrue(delays.stream().anyMatch(delay -> delay.compareTo(Duration.ofMillis(2)) > 0));
    }

    @Test
    void truncated_four_cutsEverySecond() {
        assertEquals(
                List.of(
                        DatagramPassage.truncated(2),
                        DatagramPassage.AS_SENT,
                        DatagramPassage.truncated(2),
                        DatagramPassage.AS_SENT),
                plans(DatagramFamily.TRUNCATED, 4).get(0).passages());
        assertEquals(Set.of(1, 2, 3, 4), values(DatagramFamily.TRUNCATED, 1, DatagramPassage::kept));
    }

    @ParameterizedTest
    @EnumSource(DatagramFamily.class)
    void of_sameSeed_isTheSame(DatagramFamily family) {
        assertEquals(plans(family, 20), plans(family, 20));
    }

    @ParameterizedTest
    @EnumSource(value = DatagramFamily.class, names = "AS_SENT", mode = EnumSource.Mode.EXCLUDE)
    void of_otherSeed_differsAndAlters(DatagramFamily family) {
        assertNotEquals(plans(family, 20), family.of(20, new Sampling(7, 256)).toList());
        assertTrue(plans(family, 20).stream().allMatch(DatagramPlan::alters));
        assertTrue(plans(family, 20).stream().allMatch(plan -> plan.passages().size() == 20));
    }

    @Test
    void word_ofFamily_findsIt() {
        for (DatagramFamily family : DatagramFamily.values()) {
            assertEquals(Optional.of(family), DatagramFamily.of(family.word()));
            assertFalse(family.idea().isEmpty());
        }
        assertEquals("as-sent", DatagramFamily.AS_SENT.word());
        assertEquals(Optional.empty(), DatagramFamily.of("as_sent"));
    }

    @Test
    void passage_beyondThePlan_isAsSent() {
        DatagramPlan plan = new DatagramPlan(List.of(DatagramPassage.copied(2)));
        assertEquals(
                List.of(2, 1, 1),
                IntStream.range(0, 3)
                        .mapToObj(plan::passage)
                        .map(DatagramPassage::copies)
                        .toList());
    }
}
