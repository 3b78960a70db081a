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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses which deliveries are worth it where each is dear. */
final class DeliverySample {
    /** How many deliveries of one case a launched client gets beyond those that end or cut in a header alone. */
    static final int MOST = 16;

    private DeliverySample() {}

    /**
     * At most {@code most} of {@code all}, in their order: what a slow server is asked. Up to half of them are such as cut or end
     * next to a seam or an end of a message, where there are any, because that is where programs break.
     */
    static List<Delivery> of(List<Delivery> all, Shape shape, int most, Sampling sampling) {
        if (all.size() <= most) {
            return all;
        }
        List<Delivery> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(sampling.seed()));
        Set<Integer> near = shape.nearStructure().boxed().collect(Collectors.toSet());
        Stream<Delivery> first = shuffled.stream()
                .filter(delivery -> touches(delivery, shape, near))
                .limit(most / 2);
        Set<Delivery> chosen =
                Stream.concat(first, shuffled.stream()).distinct().limit(most).collect(Collectors.toSet());
        return all.stream().filter(chosen::contains).toList();
    }

    /** Whether what it does, it does at one place, and that is one of {@code places}. */
    private static boolean touches(Delivery delivery, Shape shape, Collection<Integer> places) {
        List<Integer> cuts = delivery.cuts(shape);
        return cuts.isEmpty()
                ? delivery.length() < shape.length() && places.contains(delivery.length())
                : cuts.size() == 1 && places.contains(cuts.get(0));
    }

    /** Where each costs a process: all that touch a header, and a sample of the rest: at most {@link #MOST} besides those that do just one thing, inside a header. */
    static List<Delivery> of(List<Delivery> all, Shape shape, Collection<Integer> header, Sampling sampling) {
        List<Delivery> rest = new ArrayList<>(all);
        rest.removeIf(delivery -> essential(delivery, shape, header));
        Collections.shuffle(rest, new Random(sampling.seed()));
        Set<Delivery> left = rest.stream().skip(MOST).collect(Collectors.toSet());
        return all.stream().filter(delivery -> !left.contains(delivery)).toList();
    }

    private static boolean essential(Delivery delivery, Shape shape, Collection<Integer> header) {
        boolean whole = delivery.cuts(shape).isEmpty() && delivery.length() == shape.length();
        return whole || touches(delivery, shape, header);
    }
}
