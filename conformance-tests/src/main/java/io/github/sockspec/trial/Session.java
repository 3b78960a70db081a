package io.github.sockspec.trial;

import io.github.sockspec.delivery.Sampling;
import java.util.Optional;

/**
 * What all cases of a run share.
 *
 * @param sampling where not every delivery can be tried
 * @param repeatedDelivery the one delivery that is asked for again, where a case shall carry out no other
 */
public record Session(Sampling sampling, Optional<RepeatedDelivery> repeatedDelivery) {
    /** Whether everything is tried that could be, however long it takes: no case stops early. */
    public boolean thorough() {
        return sampling.size() >= Sampling.THOROUGH;
    }
}
