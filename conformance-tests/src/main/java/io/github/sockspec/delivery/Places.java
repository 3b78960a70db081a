package io.github.sockspec.delivery;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * At which offsets of a stream something is tried: at all of them; of very many, at those next to its seams and to the ends
 * of its messages, because that is where programs break, and at a sample of the others.
 *
 * @param shape of the stream
 * @param allowed at which of its offsets, from none to all, it may be tried
 */
record Places(Shape shape, IntPredicate allowed) {
    /** The most of which every one is tried. */
    static final int EXHAUSTIVE = 4096;

    /** Of so many offsets next to seams and ends for each one of the sample all are tried; of more, a sample. */
    private static final int NEAR = 2;

    /** How often an offset is drawn for each that is wanted, where few are allowed. */
    private static final int DRAWS = 8;

    /** Every place at which a message of {@code shape} can be cut. */
    static Places cuts(Shape shape) {
        return new Places(shape, shape.offsets()::isPlace);
    }

    /** Every place at which a write can end and another begin. */
    static Places writes(Shape shape) {
        Offsets offsets = shape.offsets();
        return new Places(
                shape, at -> at > 0 && at < offsets.length() && !offsets.isAtomic(at) && !offsets.isBarrier(at));
    }

    /** Every offset strictly inside a message, whether it can be cut there or not. */
    static Places inside(Shape shape) {
        return new Places(shape, shape.offsets()::isInside);
    }

    /** Every number of octets, from none to all. */
    static Places all(Shape shape) {
        return new Places(shape, at -> true);
    }

    /** All of them in order, or of very many those that are worth it. */
    int[] sampled(Sampling sampling) {
        int[] first = all().limit(EXHAUSTIVE + 1L).toArray();
        if (first.length <= EXHAUSTIVE) {
            return first;
        }
        Random random = new Random(sampling.seed());
        IntStream others = random.ints((long) DRAWS * sampling.size(), 1, shape.length())
                .filter(allowed)
                .distinct()
                .limit(sampling.size());
        return ordered(IntStream.concat(near(random, sampling), others));
    }

    /** All of them in order, or of very many those at the beginning and those next to seams and ends. */
    int[] dense(Sampling sampling) {
        int[] first = all().limit(EXHAUSTIVE + 1L).toArray();
        return first.length <= EXHAUSTIVE
                ? first
                : ordered(IntStream.concat(
                        near(new Random(sampling.seed()), sampling),
                        Arrays.stream(first).limit(EXHAUSTIVE / 2)));
    }

    private IntStream all() {
        return IntStream.rangeClosed(0, shape.length()).filter(allowed);
    }

    /** Those that lie next to the stream's structure. */
    private IntStream near(Random random, Sampling sampling) {
        int[] near = shape.nearStructure().filter(allowed).toArray();
        int most = NEAR * sampling.size();
        return near.length <= most
                ? Arrays.stream(near)
                : random.ints(0, near.length).distinct().limit(most).map(index -> near[index]);
    }

    private static int[] ordered(IntStream offsets) {
        return offsets.sorted().distinct().toArray();
    }
}
