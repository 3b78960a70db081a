package io.github.sockspec.trial;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How the deliveries of one family are carried to one kind of program and judged, and when it is no longer worth it.
 *
 * @param <D> a delivery of bytes or of datagrams
 */
interface Carrying<D> {
    /** Carries one out, judged. */
    Carried<D> carry(D delivery);

    /** Carries these out in their order, until it is {@code enough}; each goes to {@code taking} before that is asked again. */
    default void each(List<D> deliveries, BooleanSupplier enough, Consumer<Carried<D>> taking) {
        for (D delivery : deliveries) {
            if (enough.getAsBoolean()) {
                return;
            }
            taking.accept(carry(delivery));
        }
    }

    /** Whether a delivery is one that a result counts: one that cuts, joins or ends a stream. */
    boolean alters(D delivery);

    /** Which of {@code all} are worth it by default, in their order. */
    DeliveryCount.Chosen<D> worthwhile(List<D> all);

    /** Takes note of what one has come to. */
    void carried(Carried<D> carried);

    /** Whether the rest would only cost time. */
    boolean enough();

    /** So many of those that were worth it were not carried out, because it was enough. */
    default void leftOut(int rest) {}

    /** Whether {@code one} is simpler to show than {@code other}. */
    boolean simpler(D one, D other);

    /** The smallest that still fails, from {@code failing} on. */
    Carried<D> smallest(Carried<D> failing);
}
