package io.github.sockspec.delivery;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The arithmetic of cuts. */
final class Cutting {
    private Cutting() {}

    /** The stream cut at {@code cuts}, and between its messages. */
    static Delivery at(Shape shape, int... cuts) {
        return upTo(shape, IntStream.concat(ends(shape), IntStream.of(cuts)));
    }

    /** The message around {@code cut}, up to there, in one write with the one before; the rest as its messages are. */
    static Delivery joinedUpTo(Shape shape, int cut) {
        int joined = shape.offsets().endBefore(cut);
        return upTo(shape, IntStream.concat(ends(shape).filter(end -> end != joined), IntStream.of(cut)));
    }

    /** Everything in as few writes as the barriers allow. */
    static Delivery joined(Shape shape) {
        return upTo(shape, barriers(shape));
    }

    /** The first two messages that may travel joined: the one and a part of the other in one write, at every place. */
    static Stream<Delivery> halves(Shape shape, Sampling sampling) {
        Offsets offsets = shape.offsets();
        return IntStream.range(1, shape.messages().size())
                .filter(index -> !offsets.isBarrier(offsets.start(index)))
                .boxed()
                .map(index -> new Places(
                        shape, at -> at > offsets.start(index) && at < offsets.end(index) && offsets.isPlace(at)))
                .map(places -> places.sampled(sampling))
                .filter(places -> places.length > 0)
                .findFirst()
                .stream()
                .flatMapToInt(Arrays::stream)
                .mapToObj(cut -> joinedUpTo(shape, cut));
    }

    /** The messages as they are, broken off after {@code length} bytes. */
    static Delivery brokenOff(Shape shape, int length) {
        return length == 0
                ? Delivery.of(List.of())
                : Delivery.upTo(IntStream.concat(ends(shape).filter(end -> end < length), IntStream.of(length)));
    }

    /**
     * Random cuts at {@code places}, sparse ones and dense ones alike, each at most once; at {@code kept} offsets writes end in
     * all of them. As many as the sampling asks for, or as there are.
     */
    static Stream<Delivery> sample(Shape shape, int[] places, IntStream kept, Sampling sampling) {
        Random random = new Random(sampling.seed());
        int[] always = kept.toArray();
        int most = places.length >= 20 ? sampling.size() : Math.min(sampling.size(), (1 << places.length) - 1);
        return Stream.generate(() -> some(places.length, random))
                .filter(cuts -> !cuts.isEmpty())
                .distinct()
                .limit(most)
                .sorted(Comparator.comparingInt(BitSet::cardinality))
                .map(cuts -> upTo(shape, IntStream.concat(IntStream.of(always), IntStream.of(chosen(places, cuts)))));
    }

    /** Messages cut at random places, none joined. */
    static Stream<Delivery> insideMessages(Shape shape, Sampling sampling) {
        return sample(shape, Places.cuts(shape).sampled(sampling), ends(shape), sampling);
    }

    private static BitSet some(int places, Random random) {
        double density = random.nextDouble();
        BitSet some = new BitSet(places);
        for (int place = 0; place < places; place++) {
            some.set(place, random.nextDouble() < density * density);
        }
        return some;
    }

    static int[] chosen(int[] places, BitSet indices) {
        return indices.stream().map(index -> places[index]).toArray();
    }

    /** The offsets at which a message ends and the next starts. */
    static IntStream ends(Shape shape) {
        Offsets offsets = shape.offsets();
        return IntStream.range(0, Math.max(0, shape.messages().size() - 1)).map(offsets::end);
    }

    static IntStream barriers(Shape shape) {
        return shape.barriers().stream().mapToInt(Integer::intValue);
    }

    private static Delivery upTo(Shape shape, IntStream ends) {
        return Delivery.upTo(IntStream.concat(ends, IntStream.of(shape.length())));
    }
}
