package io.github.sockspec.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkingTest {
    private static final Shape SHAPE = Shape.of(9, 8, 7);

    private static Delivery smallest(Delivery failing, Predicate<Delivery> fails) {
        return Shrinking.smallest(SHAPE, failing, fails, 1000);
    }

    private static Delivery byteByByte() {
        return Cutting.at(SHAPE, SHAPE.places().toArray());
    }

    @Test
    void smallest_anyCutFails_isOneCut() {
        Delivery smallest = smallest(byteByByte(), each -> !each.cuts(SHAPE).isEmpty());
        assertEquals(1, smallest.cuts(SHAPE).size());
    }

    @Test
    void smallest_oneCutFails_isThatCut() {
        Delivery smallest = smallest(byteByByte(), each -> each.ends().contains(13));
        assertEquals(List.of(9, 4, 4, 7), smallest.writes());
    }

    @Test
    void smallest_twoCutsNeeded_areThoseTwo() {
        Delivery smallest = smallest(
                byteByByte(), each -> each.ends().contains(2) && each.ends().contains(20));
        assertEquals(List.of(2, 20), smallest.cuts(SHAPE));
    }

    @Test
    void smallest_aJoinFails_isThatJoinAlone() {
        Delivery smallest =
                smallest(Delivery.of(List.of(4, 20)), each -> !each.ends().contains(17));
        assertEquals(List.of(9, 15), smallest.writes());
    }

    @Test
    void smallest_evenTheWholeFails_isTheWhole() {
        assertEquals(SHAPE.messages(), smallest(byteByByte(), each -> true).writes());
    }

    @Test
    void smallest_nothingSmallerFails_isItself() {
        Delivery failing = byteByByte();
        assertEquals(failing, smallest(failing, failing::equals));
    }

    @Test
    void smallest_endingAndPace_areKept() {
        Delivery failing = byteByByte().at(Delivery.Pace.STALLED);
        assertEquals(
                Delivery.Pace.STALLED,
                smallest(failing, each -> !each.cuts(SHAPE).isEmpty()).pace());
    }

    @Test
    void smallest_triesUsedUp_stopsAsking() {
        List<Delivery> asked = new ArrayList<>();
        Shrinking.smallest(SHAPE, byteByByte(), each -> !asked.add(each), 10);
        assertTrue(asked.size() <= 10, asked.size() + " tries");
    }

    @Test
    void smallest_silentFailures_takeFewSteps() {
        Shape many = Shape.of(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9);
        List<Delivery> failures = new ArrayList<>();
        Delivery smallest = Shrinking.smallest(
                many, Delivery.of(List.of(many.length())), each -> each.writes().size() < 20 && failures.add(each), 60);
        assertEquals(19, smallest.writes().size());
        assertTrue(failures.size() <= 6, failures.size() + " failing tries, each of which costs a deadline");
    }

    @Test
    void smallest_ofRandomFailures_isOneMinimal() {
        Random random = new Random(5);
        for (int time = 0; time < 300; time++) {
            List<Integer> needed = new ArrayList<>(
                    new TreeSet<>(List.of(1 + random.nextInt(23), 1 + random.nextInt(23), 1 + random.nextInt(23))));
            needed.removeAll(SHAPE.boundaries());
            Predicate<Delivery> fails = each -> each.ends().containsAll(needed);
            Delivery smallest = smallest(byteByByte(), fails);
            assertEquals(needed, smallest.cuts(SHAPE));
        }
    }

    @Test
    void smallest_nothingWritten_isItself() {
        Delivery nothing = Delivery.of(List.of());
        assertEquals(nothing, smallest(nothing, each -> true));
    }

    @Test
    void smallest_nothingSmallerFails_asksAsOftenAsItMay() {
        List<Delivery> asked = new ArrayList<>();
        Shrinking.smallest(
                SHAPE,
                byteByByte(),
                each -> {
                    asked.add(each);
                    return false;
                },
                10);
        assertEquals(10, asked.size());
    }

    @Test
    void smallest_ofShapesWithBarriersAndSpans_triesNothingThatBreaksThem() {
        Random random = new Random(13);
        for (int time = 0; time < 40; time++) {
            Shape shape = FamilyTest.marked(random);
            Sampling few = new Sampling(time, 3);
            Family.RESEGMENTED.of(shape, few).forEach(failing -> {
                Predicate<Delivery> fails = each -> {
                    assertTrue(each.keepsTo(shape), shape + " " + each);
                    assertEquals(shape.length(), each.length());
                    return random.nextInt(3) == 0;
                };
                assertTrue(Shrinking.smallest(shape, failing, fails, 60).keepsTo(shape));
            });
        }
    }

    @Test
    void smallest_ofThousandsOfCuts_looksAtAsManyAsItTries() {
        Shape shape = Shape.of(1 << 20);
        Delivery failing =
                Family.BYTE_BY_BYTE.of(shape, Sampling.DEFAULT).findFirst().orElseThrow();
        List<Delivery> asked = new ArrayList<>();
        Shrinking.smallest(shape, failing, each -> !asked.add(each), 60);
        assertEquals(60, asked.size());
    }
}
