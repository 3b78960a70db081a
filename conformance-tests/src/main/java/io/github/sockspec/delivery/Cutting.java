package io.github.sockspec.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The arithmetic of cuts. */
final class Cutting {
    /** The longest message of which every composition is tried: 2^11 deliveries. */
    static final int LONGEST_EXHAUSTIVE = 12;

    private Cutting() {}

    /** The stream cut at {@code cuts}, and between its messages. */
    static Delivery at(Shape shape, Collection<Integer> cuts) {
        NavigableSet<Integer> ends = shape.boundaries();
        ends.addAll(cuts);
        ends.add(shape.length());
        return Delivery.upTo(ends);
    }

    /** Everything up to {@code cut} in one write, the rest as its messages are. */
    static Delivery joinedUpTo(Shape shape, int cut) {
        TreeSet<Integer> ends = new TreeSet<>(shape.boundaries().tailSet(cut));
        ends.add(cut);
        ends.add(shape.length());
        return Delivery.upTo(ends);
    }

    /** The messages as they are, broken off after {@code length} bytes. */
    static Delivery brokenOff(Shape shape, int length) {
        if (length == 0) {
            return Delivery.of(List.of());
        }
        TreeSet<Integer> ends = new TreeSet<>(shape.boundaries().headSet(length));
        ends.add(length);
        return Delivery.upTo(ends);
    }

    /** Every composition of the first {@code length} bytes but the uncut one, those with the fewest cuts first. */
    static Stream<Delivery> compositions(Shape shape, int length) {
        return IntStream.range(1, 1 << (length - 1))
                .boxed()
                .sorted(Comparator.comparingInt(Integer::bitCount))
                .map(cuts -> at(shape, bits(cuts)));
    }

    private static List<Integer> bits(int cuts) {
        return IntStream.range(0, Integer.SIZE)
                .filter(bit -> (cuts & (1 << bit)) != 0)
                .mapToObj(bit -> bit + 1)
                .toList();
    }

    /**
     * Random cuts, sparse ones and dense ones alike, each at most once; {@code kept} offsets are cut in all of them. As
     * many as the sampling asks for, or as there are.
     */
    static Stream<Delivery> sample(Shape shape, Collection<Integer> kept, Sampling sampling) {
        Random random = new Random(sampling.seed());
        int places = shape.length() - 1 - kept.size();
        int most = places >= 20 ? sampling.size() : Math.min(sampling.size(), (1 << places) - 1);
        return Stream.generate(() -> cuts(shape, kept, random))
                .filter(ends -> ends.size() > kept.size())
                .distinct()
                .limit(most)
                .sorted(Comparator.comparingInt(NavigableSet::size))
                .map(ends -> {
                    ends.add(shape.length());
                    return Delivery.upTo(ends);
                });
    }

    private static NavigableSet<Integer> cuts(Shape shape, Collection<Integer> kept, Random random) {
        double density = random.nextDouble();
        List<Integer> cuts = new ArrayList<>(kept);
        for (int at = 1; at < shape.length(); at++) {
            if (!kept.contains(at) && random.nextDouble() < density * density) {
                cuts.add(at);
            }
        }
        return new TreeSet<>(cuts);
    }
}
