package io.github.sockspec.delivery;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The ways to cut one short message at several places at once. Of messages that may travel joined the first short one stands
 * for all; what stands behind a barrier is another matter, so there too the first short one is cut.
 */
final class Compositions {
    /** The longest message of which every composition is tried: 2^11 deliveries. */
    static final int LONGEST = 12;

    private final Shape shape;
    private final Offsets offsets;

    Compositions(Shape shape) {
        this.shape = shape;
        offsets = shape.offsets();
    }

    /**
     * All of them, as far as {@link Places#EXHAUSTIVE} deliveries go, those of one message with the fewest cuts first. Where a
     * longer message stands before it, all messages are cut at random places besides.
     */
    Stream<Delivery> all(Sampling sampling) {
        List<Integer> leading = IntStream.range(0, shape.messages().size())
                .filter(this::leads)
                .boxed()
                .toList();
        List<Optional<Integer>> composed =
                leading.stream().map(this::firstShort).toList();
        Stream<Delivery> all = composed.stream()
                .flatMap(Optional::stream)
                .flatMap(message -> of(places(message).toArray()))
                .limit(Places.EXHAUSTIVE);
        boolean nothingLonger = IntStream.range(0, leading.size())
                .allMatch(index -> composed.get(index).equals(Optional.of(leading.get(index))));
        return nothingLonger ? all : Stream.concat(all, Cutting.insideMessages(shape, sampling));
    }

    private Stream<Delivery> of(int[] places) {
        return IntStream.range(1, 1 << places.length)
                .boxed()
                .sorted(Comparator.comparingInt(Integer::bitCount))
                .map(cuts -> Cutting.at(shape, Cutting.chosen(places, BitSet.valueOf(new long[] {cuts}))));
    }

    /** Whether nothing can travel before the message {@code index} in one write with it. */
    private boolean leads(int index) {
        return index == 0 || offsets.isBarrier(offsets.start(index));
    }

    /** The first message that is short, from {@code leading} on, up to the next barrier. */
    private Optional<Integer> firstShort(int leading) {
        IntPredicate sameStretch = index -> index == leading || !leads(index);
        return IntStream.range(leading, shape.messages().size())
                .takeWhile(sameStretch)
                .filter(index -> places(index).limit(LONGEST).count() < LONGEST)
                .boxed()
                .findFirst();
    }

    private IntStream places(int index) {
        return IntStream.range(offsets.start(index) + 1, offsets.end(index)).filter(offsets::isPlace);
    }
}
