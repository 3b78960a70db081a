package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Occasion;

/**
 * One delivery that a case is asked for again, and no other. The case makes the same preparations and judges by the same
 * judges as ever.
 *
 * @param travel which delivery
 * @param observer who watches it
 */
public record RepeatedDelivery(RecordedDelivery travel, Observer observer) {
    /** Somebody who watches. Called by the thread of the case. */
    public interface Observer {
        /** The delivery was carried out. */
        void saw(Occasion occasion, Observation seen, Finding finding);

        /** Another conversation belonged to it; {@code when} says in words when it was had. */
        void besides(String when, Observation seen);

        /** The delivery can't be one of this case. */
        void refused(String why);
    }

    /** The delivery that carries {@code said} as it is asked for; ends the case where that can't be. */
    Delivery delivery(Bytes said, RecordedDelivery.Fit fit) {
        try {
            return travel.over(said, fit);
        } catch (RecordedDelivery.Misfit why) {
            throw refused(String.valueOf(why.getMessage()));
        }
    }

    /** Whether {@code said} can be carried as it is asked for. */
    boolean fits(Bytes said, RecordedDelivery.Fit fit) {
        try {
            travel.over(said, fit);
            return true;
        } catch (RecordedDelivery.Misfit another) {
            return false;
        }
    }

    /** To be thrown: ends the case. */
    RuntimeException refused(String why) {
        observer.refused(why);
        return CaseStop.inconclusive(why);
    }
}
