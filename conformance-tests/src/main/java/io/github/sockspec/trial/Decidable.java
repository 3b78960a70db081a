package io.github.sockspec.trial;

import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.delivery.Shape;
import io.github.sockspec.protocol.Dialect;

/** Whether a delivery has one right answer in a dialect: asked before anything is said, since no program can change it. */
final class Decidable {
    private Decidable() {}

    /**
     * Ends the case as not applicable for a cut or a join that has no right answer, because nothing ends a request or because
     * an acknowledgement is due between two messages.
     */
    static void require(Delivery delivery, Shape shape, Dialect dialect) {
        boolean cut = !delivery.cuts(shape).isEmpty()
                || (delivery.ending().how() == Ending.How.HALF_CLOSE && delivery.length() < shape.length());
        boolean joined = !delivery.ends().containsAll(shape.boundaries().headSet(delivery.length()));
        if ((cut || joined) && !dialect.cuttable()) {
            throw CaseStop.notApplicable(
                    "nothing ends a request in this dialect: what arrives of it is itself a whole request");
        }
        if (joined && dialect.has("reply.acknowledge") && dialect.acknowledge().isPresent()) {
            throw CaseStop.notApplicable(
                    "an acknowledgement is due between header and body, so nothing can be sent ahead");
        }
    }
}
