package io.github.sockspec.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the smallest delivery that still fails: one from which no cut can be taken and no join undone. It goes by halves
 * first, as delta debugging does, because each try may cost a deadline. It adds neither, so that what its shape allows of the
 * failing one, it allows of each smaller one.
 */
public final class Shrinking {
    private Shrinking() {}

    /**
     * The smallest delivery found from {@code failing}, which is returned itself when nothing smaller fails.
     *
     * @param stillFails carries a delivery out and says whether it fails
     * @param tries how often that may be asked
     */
    public static Delivery smallest(Shape shape, Delivery failing, Predicate<Delivery> stillFails, int tries) {
        List<Integer> altered = alterations(shape, failing);
        int left = tries;
        int size = Math.max(1, altered.size() / 2);
        while (left > 0 && !altered.isEmpty()) {
            List<List<Integer>> fewer = fewer(altered, size).limit(left).toList();
            Optional<List<Integer>> next = fewer.stream()
                    .filter(some -> stillFails.test(with(shape, some, failing)))
                    .findFirst();
            if (next.isEmpty() && size == 1) {
                break;
            }
            left -= next.map(fewer::indexOf).orElse(fewer.size() - 1) + 1;
            altered = next.orElse(altered);
            size = Math.max(1, next.isEmpty() ? size / 2 : Math.min(size, altered.size() / 2));
        }
        return with(shape, altered, failing);
    }

    /** The offsets at which it cuts a message, and those at which it joins two. */
    private static List<Integer> alterations(Shape shape, Delivery delivery) {
        TreeSet<Integer> altered = new TreeSet<>(delivery.cuts(shape));
        shape.boundaries().headSet(delivery.length()).stream()
                .filter(boundary -> !delivery.ends().contains(boundary))
                .forEach(altered::add);
        return List.copyOf(altered);
    }

    /** Each run of {@code size} of them alone, then all but each run; made one at a time. */
    private static Stream<List<Integer>> fewer(List<Integer> altered, int size) {
        return Stream.concat(
                        runs(altered, size).mapToObj(from -> altered.subList(from, end(altered, from, size))),
                        runs(altered, size).mapToObj(from -> without(altered, from, end(altered, from, size))))
                .filter(some -> some.size() < altered.size())
                .distinct();
    }

    private static IntStream runs(List<Integer> altered, int size) {
        return IntStream.iterate(0, from -> from < altered.size(), from -> from + size);
    }

    private static int end(List<Integer> altered, int from, int size) {
        return Math.min(altered.size(), from + size);
    }

    private static List<Integer> without(List<Integer> altered, int from, int to) {
        List<Integer> rest = new ArrayList<>(altered);
        rest.subList(from, to).clear();
        return rest;
    }

    /** The delivery that has these alterations and no others. */
    private static Delivery with(Shape shape, List<Integer> altered, Delivery like) {
        if (like.writes().isEmpty()) {
            return like;
        }
        TreeSet<Integer> ends = new TreeSet<>(shape.boundaries().headSet(like.length()));
        for (int offset : altered) {
            if (!ends.remove(offset)) {
                ends.add(offset);
            }
        }
        ends.add(like.length());
        return Delivery.upTo(ends.stream().mapToInt(Integer::intValue))
                .ending(like.ending())
                .at(like.pace());
    }
}
