package io.github.sockspec.suite;

import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.delivery.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Chooses, where each delivery costs a process, which are worth it: all that touch a header, and a sample of the rest. */
final class Thinning {
    /** How many deliveries of one case a launched client gets beyond those that end or cut in a header alone. */
    static final int MOST = 16;

    private Thinning() {}

    /** At most {@link #MOST} of {@code all} besides those that do just one thing, inside a header; in their order. */
    static List<Delivery> of(List<Delivery> all, Shape shape, Collection<Integer> header, Sampling sampling) {
        List<Delivery> rest = new ArrayList<>(all);
        rest.removeIf(delivery -> essential(delivery, shape, header));
        Collections.shuffle(rest, new Random(sampling.seed()));
        Collection<Delivery> left = rest.stream().skip(MOST).toList();
        return all.stream().filter(delivery -> !left.contains(delivery)).toList();
    }

    private static boolean essential(Delivery delivery, Shape shape, Collection<Integer> header) {
        List<Integer> cuts = delivery.cuts(shape);
        return cuts.isEmpty()
                ? delivery.length() == shape.length() || header.contains(delivery.length())
                : cuts.size() == 1 && header.contains(cuts.get(0));
    }
}
