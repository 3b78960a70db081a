package io.github.sockspec.delivery;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A set of plans for datagrams with one idea behind it. The constant's name, lower-case with hyphens, is used in case
 * names. A datagram is never cut in two and never joined with another: that is what sets these apart from {@link Family}.
 */
public enum DatagramFamily {
    AS_SENT("each datagram once, whole and in order") {
        @Override
        public Stream<DatagramPlan> of(int datagrams, Sampling sampling) {
            return Stream.of(DatagramPlan.AS_SENT);
        }
    },
    DUPLICATED("each datagram twice; then one to three times, from a seed") {
        @Override
        public Stream<DatagramPlan> of(int datagrams, Sampling sampling) {
            SplittableRandom random = new SplittableRandom(sampling.seed());
            return Stream.of(
                    plan(datagrams, index -> DatagramPassage.copied(2)),
                    plan(datagrams, index -> DatagramPassage.copied(random.nextInt(1, 4))));
        }
    },
    REORDERED("neighbours swapped; then each overtaken by up to four others, from a seed") {
        @Override
        public Stream<DatagramPlan> of(int datagrams, Sampling sampling) {
            SplittableRandom random = new SplittableRandom(sampling.seed());
            return Stream.of(
                    plan(
                            datagrams,
                            index -> DatagramPassage.overtaken(index % 2 == 0 && index + 1 < datagrams ? 1 : 0)),
                    plan(
                            datagrams,
                            index -> DatagramPassage.overtaken(
                                    random.nextInt(Math.min(MOST_OVERTAKING, datagrams - index)))));
        }
    },
    DROPPED("every second datagram lost; then a third of them, from a seed") {
        @Override
        public Stream<DatagramPlan> of(int datagrams, Sampling sampling) {
            SplittableRandom random = new SplittableRandom(sampling.seed());
            return Stream.of(
                    plan(datagrams, index -> DatagramPassage.copied(index % 2)),
                    plan(datagrams, index -> DatagramPassage.copied(random.nextInt(3) == 0 ? 0 : 1)));
        }
    },
    DELAYED("each datagram up to 3 ms late, from a seed") {
        @Override
        public Stream<DatagramPlan> of(int datagrams, Sampling sampling) {
            SplittableRandom random = new SplittableRandom(sampling.seed());
            return Stream.of(plan(
                    datagrams,
                    index -> DatagramPassage.delayed(Duration.ofNanos(random.nextLong(LONGEST_DELAY_NANOS)))));
        }
    },
    TRUNCATED("every second datagram cut short; then each to one to four bytes, from a seed") {
        @Override
        public Stream<DatagramPlan> of(int datagrams, Sampling sampling) {
            SplittableRandom random = new SplittableRandom(sampling.seed());
            return Stream.of(
                    plan(datagrams, index -> index % 2 == 0 ? DatagramPassage.truncated(2) : DatagramPassage.AS_SENT),
                    plan(datagrams, index -> DatagramPassage.truncated(random.nextInt(1, MOST_KEPT + 1))));
        }
    };

    private static final int MOST_OVERTAKING = 5;
    private static final int MOST_KEPT = 4;
    private static final long LONGEST_DELAY_NANOS = 3_000_000;

    private final String idea;

    DatagramFamily(String idea) {
        this.idea = idea;
    }

    /** The plans for that many datagrams, the simplest first; the same seed gives the same plans. */
    public abstract Stream<DatagramPlan> of(int datagrams, Sampling sampling);

    /** In words. */
    public String idea() {
        return idea;
    }

    /** The word used in case names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The family with that word. */
    public static Optional<DatagramFamily> of(String word) {
        return Arrays.stream(values())
                .filter(family -> family.word().equals(word))
                .findFirst();
    }

    private static DatagramPlan plan(int datagrams, IntFunction<DatagramPassage> passage) {
        return new DatagramPlan(IntStream.range(0, datagrams).mapToObj(passage).toList());
    }
}
