package io.github.sockspec.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyTest {
    private static final Shape TWO = Shape.of(3, 2);
    private static final Shape LOCKSTEP = new Shape(List.of(3, 2), List.of(), List.of(3), List.of());

    private static List<Delivery> of(Family family, Shape shape) {
        return family.of(shape, Sampling.DEFAULT).toList();
    }

    private static List<List<Integer>> writes(Family family, Shape shape) {
        return of(family, shape).stream().map(Delivery::writes).toList();
    }

    @Test
    void whole_ofTwo_isOneWriteEach() {
        assertEquals(List.of(List.of(3, 2)), writes(Family.WHOLE, TWO));
    }

    @Test
    void everyCut_ofTwo_cutsInsideOnly() {
        assertEquals(List.of(List.of(1, 2, 2), List.of(2, 1, 2), List.of(3, 1, 1)), writes(Family.EVERY_CUT, TWO));
    }

    @Test
    void byteByByte_ofTwo_isOneByteEach() {
        assertEquals(List.of(List.of(1, 1, 1, 1, 1)), writes(Family.BYTE_BY_BYTE, TWO));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 12})
    void everyComposition_ofNBytes_isTwoToTheNMinusOneWithoutTheWhole(int length) {
        List<Delivery> all = of(Family.EVERY_COMPOSITION, Shape.of(length, 4));
        assertEquals((1 << (length - 1)) - 1, all.size());
        assertEquals(all.size(), Set.copyOf(all).size());
        assertTrue(all.stream().allMatch(each -> each.length() == length + 4));
        assertTrue(all.stream().allMatch(each -> each.ends().contains(length)), "the second message stays whole");
        List<Integer> cuts = all.stream().map(each -> each.writes().size()).toList();
        assertEquals(cuts.stream().sorted().toList(), cuts, "fewest cuts first");
    }

    @Test
    void everyComposition_beyondTwelveBytes_isASample() {
        Shape shape = Shape.of(13, 14);
        assertEquals(of(Family.SAMPLED, shape), of(Family.EVERY_COMPOSITION, shape));
        assertEquals(256, of(Family.EVERY_COMPOSITION, shape).size());
    }

    @Test
    void everyComposition_shortBehindLong_isOfTheShortOneAndASample() {
        Shape shape = Shape.of(13, 4);
        List<Delivery> all = of(Family.EVERY_COMPOSITION, shape);
        assertEquals(of(Family.EVERY_COMPOSITION, Shape.of(4)).size() + 256, all.size());
        assertEquals(List.of(13, 1, 3), all.get(0).writes());
        assertEquals(of(Family.SAMPLED, shape), all.subList(7, all.size()));
    }

    @Test
    void everyComposition_ofADialogue_isOfEachMessageBehindABarrier() {
        Shape dialogue = new Shape(List.of(20, 3, 4), List.of(), List.of(20, 23), List.of());
        List<Delivery> all = of(Family.EVERY_COMPOSITION, dialogue);
        assertEquals(3 + 7 + 256, all.size());
        assertEquals(List.of(20, 1, 2, 4), all.get(0).writes());
        assertEquals(List.of(20, 3, 1, 3), all.get(3).writes());
    }

    @Test
    void sampled_sameSeed_isTheSameAndOthersDiffer() {
        Shape shape = Shape.of(20, 20);
        List<Delivery> once = Family.SAMPLED.of(shape, new Sampling(1, 100)).toList();
        assertEquals(once, Family.SAMPLED.of(shape, new Sampling(1, 100)).toList());
        assertNotEquals(once, Family.SAMPLED.of(shape, new Sampling(2, 100)).toList());
        assertEquals(100, Set.copyOf(once).size(), "each at most once");
        assertTrue(once.stream().allMatch(each -> each.ends().contains(20)), "messages are not joined");
    }

    @Test
    void sampled_smallShape_isAllThereIs() {
        // Five bytes in two messages leave three places to cut: 2^3 - 1 ways.
        assertEquals(7, of(Family.SAMPLED, TWO).size());
        // Four places to end a write are 2^4 - 1 ways, and one of them leaves both messages as they are.
        assertEquals(14, of(Family.RESEGMENTED, TWO).size());
        assertEquals(0, of(Family.SAMPLED, Shape.of(1)).size());
    }

    @Test
    void resegmented_sample_joinsSomewhere() {
        assertTrue(of(Family.RESEGMENTED, Shape.of(10, 10)).stream()
                .anyMatch(each -> !each.ends().contains(10)));
    }

    @Test
    void atSeams_ofTwo_partsHeaderFromBody() {
        assertEquals(List.of(List.of(4, 3, 2)), writes(Family.AT_SEAMS, new Shape(List.of(7, 2), List.of(4))));
        assertEquals(List.of(), writes(Family.AT_SEAMS, TWO));
    }

    @Test
    void joined_ofTwo_isOneWrite() {
        assertEquals(List.of(List.of(5)), writes(Family.JOINED, TWO));
    }

    @Test
    void andAHalf_ofThree_joinsTheFirstToPartsOfTheSecond() {
        assertEquals(List.of(List.of(4, 2, 1), List.of(5, 1, 1)), writes(Family.AND_A_HALF, Shape.of(3, 3, 1)));
    }

    @Test
    void stalled_isEveryCutWithAPause() {
        List<Delivery> stalled = of(Family.STALLED, TWO);
        assertEquals(writes(Family.EVERY_CUT, TWO), writes(Family.STALLED, TWO));
        assertTrue(stalled.stream().allMatch(each -> each.pace() == Delivery.Pace.STALLED));
    }

    @ParameterizedTest
    @EnumSource(names = {"FIN_AT_EACH_BYTE", "RST_AT_EACH_BYTE"})
    void brokenOff_ofTwo_endsAfterEachNumberOfBytes(Family family) {
        List<Delivery> all = of(family, TWO);
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5), all.stream().map(Delivery::length).toList());
        assertEquals(List.of(3, 1), all.get(4).writes(), "messages before the end stay whole");
        assertTrue(all.stream()
                .allMatch(each -> family.name().startsWith(each.ending().how().name())));
        assertTrue(all.stream().allMatch(each -> each.ending().when() == Ending.When.AFTER_READ));
    }

    @Test
    void halfCloseInside_ofTwo_neverEndsAMessage() {
        List<Delivery> all = of(Family.HALF_CLOSE_INSIDE, TWO);
        assertEquals(List.of(1, 2, 4), all.stream().map(Delivery::length).toList());
        assertTrue(all.stream().allMatch(each -> each.ending().how() == Ending.How.HALF_CLOSE));
    }

    @Test
    void halfClosed_ofTwo_sendsAllFirst() {
        Delivery only = of(Family.HALF_CLOSED, TWO).get(0);
        assertEquals(List.of(5), only.writes());
        assertEquals(new Ending(Ending.How.HALF_CLOSE, Ending.When.AFTER_READ), only.ending());
    }

    @Test
    void endedUnderReply_isFinAndRstAtThreeMoments() {
        Set<Ending> endings =
                of(Family.ENDED_UNDER_REPLY, TWO).stream().map(Delivery::ending).collect(Collectors.toSet());
        assertEquals(6, endings.size());
        assertEquals(Set.of(List.of(3, 2)), Set.copyOf(writes(Family.ENDED_UNDER_REPLY, TWO)));
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void everyFamily_ofRandomShapes_holdsWhatDeliveriesPromise(Family family) {
        Random random = new Random(11);
        for (int time = 0; time < 12; time++) {
            Shape shape = new Shape(
                    IntStream.rangeClosed(0, 1 + random.nextInt(3))
                            .mapToObj(message -> 1 + random.nextInt(14))
                            .toList(),
                    List.of());
            for (Delivery each : of(family, shape)) {
                assertTrue(each.writes().stream().allMatch(write -> write > 0), each.toString());
                assertTrue(each.length() <= shape.length(), each.toString());
                boolean breaksOff = each.ending().how() != Ending.How.KEEP;
                assertTrue(breaksOff || each.length() == shape.length(), each.toString());
                assertTrue(shape.places().boxed().toList().containsAll(each.cuts(shape)), each.toString());
            }
        }
    }

    @Test
    void word_ofFamily_findsIt() {
        for (Family family : Family.values()) {
            assertEquals(Optional.of(family), Family.of(family.word()));
            assertTrue(Family.words().contains(family.word()));
            assertFalse(family.idea().isEmpty());
        }
        assertEquals(Optional.empty(), Family.of("every_cut"));
    }

    @Test
    void shape_emptyMessage_refused() {
        assertThrows(IllegalArgumentException.class, () -> Shape.of(3, 0));
    }

    @Test
    void shape_boundariesAndInside_partTheStream() {
        assertEquals(Set.of(3), TWO.boundaries());
        assertEquals(List.of(1, 2, 4), TWO.places().boxed().toList());
    }

    @Test
    void alters_wholeAndKept_doesNothing() {
        assertFalse(Delivery.of(List.of(3, 2)).alters(TWO));
        assertTrue(Delivery.of(List.of(5)).alters(TWO));
        assertTrue(Delivery.of(List.of(1, 2, 2)).alters(TWO));
        assertTrue(Delivery.of(List.of(3, 2))
                .ending(new Ending(Ending.How.RST, Ending.When.AFTER_REPLIES))
                .alters(TWO));
    }

    @Test
    void segments_ofStream_areItsParts() {
        io.github.sockspec.bytes.Bytes said = io.github.sockspec.bytes.Bytes.utf8("abcde");
        List<String> parts = new ArrayList<>();
        Delivery.of(List.of(1, 4)).segments(said).forEach(part -> parts.add(part.toString()));
        assertEquals(List.of("\"a\"", "\"bcde\""), parts);
    }

    @Test
    void sampled_smallShape_neverLeavesItWhole() {
        assertTrue(of(Family.SAMPLED, TWO).stream().allMatch(each -> each.alters(TWO)));
        assertTrue(of(Family.RESEGMENTED, TWO).stream()
                .noneMatch(each -> each.writes().equals(List.of(5))));
    }

    @Test
    void joined_ofOneOrBehindBarriersAlone_isNone() {
        assertEquals(List.of(), of(Family.JOINED, Shape.of(4)));
        assertEquals(List.of(), of(Family.JOINED, LOCKSTEP));
        assertEquals(
                List.of(List.of(3, 6)),
                writes(Family.JOINED, new Shape(List.of(3, 2, 4), List.of(), List.of(3), List.of())));
    }

    @Test
    void andAHalf_ofOneOrBehindBarriersAlone_isNone() {
        assertEquals(List.of(), of(Family.AND_A_HALF, Shape.of(4)));
        assertEquals(List.of(), of(Family.AND_A_HALF, LOCKSTEP));
        assertEquals(
                List.of(List.of(3, 3, 1)),
                writes(Family.AND_A_HALF, new Shape(List.of(3, 2, 2), List.of(), List.of(3), List.of())));
    }

    @Test
    void halfClosed_lockstep_keepsTheBarriers() {
        Delivery only = of(Family.HALF_CLOSED, LOCKSTEP).get(0);
        assertEquals(List.of(3, 2), only.writes());
        assertEquals(Ending.How.HALF_CLOSE, only.ending().how());
    }

    @Test
    void cuts_ofAtomicSpan_areNone() {
        Shape shape = new Shape(List.of(6, 2), List.of(3, 5), List.of(), List.of(new Span(0, 4), new Span(3, 5)));
        assertEquals(List.of(List.of(5, 1, 2), List.of(6, 1, 1)), writes(Family.EVERY_CUT, shape));
        assertEquals(List.of(List.of(5, 1, 1, 1)), writes(Family.BYTE_BY_BYTE, shape));
        assertEquals(List.of(List.of(5, 1, 2)), writes(Family.AT_SEAMS, shape));
        assertEquals(9, of(Family.FIN_AT_EACH_BYTE, shape).size(), "the connection may end anywhere");
        assertEquals(6, of(Family.HALF_CLOSE_INSIDE, shape).size());
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void everyFamily_allAtomicInLockstep_leavesNothingUnaltered(Family family) {
        Shape shape = new Shape(List.of(3, 2), List.of(1), List.of(3), List.of(new Span(0, 3), new Span(3, 5)));
        List<Delivery> all = of(family, shape);
        assertTrue(all.stream().allMatch(each -> each.keepsTo(shape)), all::toString);
        assertTrue(family == Family.WHOLE || all.stream().allMatch(each -> each.alters(shape)), all::toString);
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void everyFamily_ofShapesWithBarriersAndSpans_keepsToThem(Family family) {
        Random random = new Random(12);
        for (int time = 0; time < 40; time++) {
            Shape shape = marked(random);
            for (Delivery each : of(family, shape)) {
                assertTrue(each.keepsTo(shape), shape + " " + each);
                assertTrue(each.writes().stream().allMatch(write -> write > 0), each.toString());
                boolean breaksOff = each.ending().how() != Ending.How.KEEP;
                assertTrue(
                        breaksOff ? each.length() <= shape.length() : each.length() == shape.length(), each.toString());
                assertTrue(family == Family.WHOLE || each.alters(shape), each.toString());
            }
        }
    }

    /** Some messages, some of which wait for an answer, with seams and spans that may overlap. */
    static Shape marked(Random random) {
        List<Integer> messages = IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(message -> 1 + random.nextInt(12))
                .toList();
        List<Integer> seams = new ArrayList<>();
        List<Integer> barriers = new ArrayList<>();
        List<Span> atomic = new ArrayList<>();
        int start = 0;
        for (int message : messages) {
            if (start > 0 && random.nextInt(3) == 0) {
                barriers.add(start);
            }
            for (int span = random.nextInt(3); span > 0; span--) {
                int from = random.nextInt(message);
                atomic.add(new Span(start + from, start + from + 1 + random.nextInt(message - from)));
            }
            if (message > 1) {
                seams.add(start + 1 + random.nextInt(message - 1));
            }
            start += message;
        }
        return new Shape(messages, seams, barriers, atomic);
    }

    @Test
    void everyCut_ofVeryMany_isASampleWithWhatLiesNextToSeamsAndEnds() {
        Shape shape = new Shape(List.of(70_000, 64 << 20), List.of(4, 65_000));
        List<Integer> cuts = of(Family.EVERY_CUT, shape).stream()
                .map(each -> each.cuts(shape).get(0))
                .toList();
        assertTrue(
                cuts.containsAll(List.of(1, 3, 4, 5, 64_999, 65_000, 65_001, 69_999, 70_001, shape.length() - 1)),
                cuts::toString);
        assertEquals(10 + 256, cuts.size());
        assertEquals(cuts, cuts.stream().sorted().distinct().toList());
        assertNotEquals(
                cuts,
                Family.EVERY_CUT
                        .of(shape, new Sampling(2, 256))
                        .map(each -> each.cuts(shape).get(0))
                        .toList());
    }

    @Test
    void everyCut_ofThousandsOfSeams_isASampleOfThoseToo() {
        List<Integer> seams =
                IntStream.range(1, 20_000).mapToObj(seam -> seam * 10).toList();
        assertEquals(
                3 * 256,
                of(Family.EVERY_CUT, new Shape(List.of(200_000), seams)).size(),
                20.0);
    }

    @Test
    void byteByByte_ofVeryMany_isByteByByteAtTheBeginningAndAtSeams() {
        Shape shape = new Shape(List.of(64 << 20), List.of(1 << 20));
        List<Integer> writes = writes(Family.BYTE_BY_BYTE, shape).get(0);
        assertTrue(writes.subList(0, 2048).stream().allMatch(write -> write == 1));
        assertEquals(2048 + 5, writes.size());
        assertEquals(List.of(1, 1), writes.subList(2049, 2051));
        assertEquals(1, writes.get(2052));
    }

    @ParameterizedTest
    @EnumSource(Family.class)
    void everyFamily_ofVeryMany_isSmall(Family family) {
        Shape shape = new Shape(List.of(64 << 20, 64 << 20), List.of(4));
        List<Delivery> all = of(family, shape);
        assertTrue(all.size() <= 1 + 3 * 256, all.size() + " deliveries");
        assertTrue(all.stream().allMatch(each -> each.writes().size() <= 2 * Places.EXHAUSTIVE));
    }

    @Test
    void finAtEachByte_ofVeryMany_hasNoneAndAll() {
        Shape shape = Shape.of(64 << 20);
        List<Integer> lengths = of(Family.FIN_AT_EACH_BYTE, shape).stream()
                .map(Delivery::length)
                .toList();
        assertTrue(lengths.containsAll(List.of(0, 1, (64 << 20) - 1, 64 << 20)));
        assertEquals(4 + 256, lengths.size());
    }
}
