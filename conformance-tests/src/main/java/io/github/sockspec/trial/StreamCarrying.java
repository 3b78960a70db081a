package io.github.sockspec.trial;

import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.delivery.Shape;
import io.github.sockspec.delivery.Shrinking;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How one stream is carried by deliveries that cut, join and end it: what is so on either side of the connection. */
abstract class StreamCarrying implements Carrying<Delivery> {
    /** Fewer writes are simpler; among as many, the one that is cut first. */
    private static final Comparator<Delivery> SIMPLER = Comparator.<Delivery>comparingInt(
                    delivery -> delivery.writes().size())
            .thenComparingInt(delivery ->
                    delivery.writes().isEmpty() ? 0 : delivery.writes().get(0));

    private final Shape shape;

    StreamCarrying(Shape shape) {
        this.shape = shape;
    }

    /** How often a failing delivery is had again in search of a smaller one. */
    abstract int shrinkingTries();

    /** Deliveries of which one most often fails where {@code failing} does, to be tried before any other smaller one. */
    abstract List<Delivery> guesses(Delivery failing);

    /** Carries one out beyond those of the family. */
    Carried<Delivery> carryAgain(Delivery delivery) {
        return carry(delivery);
    }

    final Shape shape() {
        return shape;
    }

    @Override
    public final boolean alters(Delivery delivery) {
        return delivery.alters(shape);
    }

    @Override
    public final boolean simpler(Delivery one, Delivery other) {
        return SIMPLER.compare(one, other) < 0;
    }

    @Override
    public final Carried<Delivery> smallest(Carried<Delivery> failing) {
        // Of a stream that breaks off, where it does is what is shown.
        if (failing.delivery().ending().how() != Ending.How.KEEP) {
            return failing;
        }
        List<Carried<Delivery>> guessed = new ArrayList<>();
        each(guesses(failing.delivery()), () -> !guessed.isEmpty(), guess -> {
            if (guess.fails()) {
                guessed.add(guess);
            }
        });
        return guessed.isEmpty() ? shrunk(failing) : guessed.get(0);
    }

    private Carried<Delivery> shrunk(Carried<Delivery> failing) {
        // What has failed once is shown as it was seen then: had again, it may be left undecided by a busy machine.
        Map<Delivery, Carried<Delivery>> again = new HashMap<>(Map.of(failing.delivery(), failing));
        Delivery smallest = Shrinking.smallest(
                shape,
                failing.delivery(),
                smaller -> again.computeIfAbsent(smaller, this::carryAgain).fails(),
                shrinkingTries());
        return again.getOrDefault(smallest, failing);
    }
}
