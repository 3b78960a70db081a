package io.github.sockspec.trial;

import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.delivery.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Chooses which deliveries are worth it where each is dear. */
final class DeliverySample {
    /** How many deliveries of one case a launched client gets beyond those that end or cut in a header alone. */
    static final int MOST = 16;

    private DeliverySample() {}

    /** At most {@code most} of {@code all}, in their order: what a slow server is asked. */
    static List<Delivery> of(List<Delivery> all, int most, Sampling sampling) {
        if (all.size() <= most) {
            return all;
        }
        List<Delivery> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(sampling.seed()));
        Set<Delivery> chosen = Set.copyOf(shuffled.subList(0, most));
        return all.stream().filter(chosen::contains).toList();
    }

    /** Where each costs a process: all that touch a header, and a sample of the rest: at most {@link #MOST} besides those that do just one thing, inside a header. */
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
