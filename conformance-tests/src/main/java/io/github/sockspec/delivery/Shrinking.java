package io.github.sockspec.delivery;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the smallest delivery that still fails: one from which no cut can be taken and no join undone. */
public final class Shrinking {
    private Shrinking() {}

    /**
     * The smallest delivery found from {@code failing}, which is returned itself when nothing smaller fails.
     *
     * @param stillFails carries a delivery out and says whether it fails
     * @param tries how often that may be asked
     */
    public static Delivery smallest(Shape shape, Delivery failing, Predicate<Delivery> stillFails, int tries) {
        Delivery smallest = failing;
        int left = tries;
        while (left > 0) {
            List<Delivery> simpler = simpler(shape, smallest).limit(left).toList();
            Optional<Delivery> next = simpler.stream().filter(stillFails).findFirst();
            if (next.isEmpty()) {
                return smallest;
            }
            left -= simpler.indexOf(next.get()) + 1;
            smallest = next.get();
        }
        return smallest;
    }

    /** Every delivery that has one cut or one join less. */
    private static Stream<Delivery> simpler(Shape shape, Delivery delivery) {
        NavigableSet<Integer> ends = delivery.ends();
        Stream<Delivery> joinsUndone = shape.boundaries().stream()
                .filter(boundary -> boundary < delivery.length() && !ends.contains(boundary))
                .map(boundary -> with(ends, boundary, delivery));
        Stream<Delivery> cutsTaken = delivery.cuts(shape).stream().map(cut -> without(ends, cut, delivery));
        return Stream.concat(cutsTaken, joinsUndone);
    }

    private static Delivery with(NavigableSet<Integer> ends, int boundary, Delivery delivery) {
        TreeSet<Integer> more = new TreeSet<>(ends);
        more.add(boundary);
        return Delivery.upTo(more).ending(delivery.ending()).at(delivery.pace());
    }

    private static Delivery without(NavigableSet<Integer> ends, int cut, Delivery delivery) {
        TreeSet<Integer> fewer = new TreeSet<>(ends);
        fewer.remove(cut);
        return Delivery.upTo(fewer).ending(delivery.ending()).at(delivery.pace());
    }
}
