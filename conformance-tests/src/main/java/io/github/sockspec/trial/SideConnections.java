package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.verdict.Occasion;
import io.github.sockspec.verdict.SmallestFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a case has going beside the one connection it is about, and what was said last: what others need to have it again. */
final class SideConnections {
    private final List<Conversation> prepared = new ArrayList<>();
    private final List<Conversation> clearing = new ArrayList<>();
    private final List<Bytes> meanwhile = new ArrayList<>();
    private Occasion.@Nullable Asked last;
    private Observation lastSeen = new Observation(List.of());

    /** This was answered first. */
    void prepared(Conversation conversation) {
        prepared.add(conversation);
    }

    /** This will be said when all is over. */
    void clearsUpBy(Conversation conversation) {
        clearing.add(conversation);
    }

    /** A connection stays open on which these bytes were said and nothing is read. */
    void keepsOpen(Bytes said) {
        meanwhile.add(said);
    }

    /** Whether no connection is known to be kept open. */
    boolean nothingOpen() {
        return meanwhile.isEmpty();
    }

    /** The occasion that this delivery makes. */
    Occasion.Asked occasion(Conversation conversation, Delivery delivery) {
        return new Occasion.Asked(
                conversation, delivery, new Occasion.Besides(prepared, meanwhile, List.of(), clearing));
    }

    /** That was carried out. */
    void carriedOut(Occasion.Asked occasion, Observation seen) {
        last = occasion;
        lastSeen = seen;
    }

    /** How it can be had again that {@code plain} is not answered: beside what is held open, or behind what was said. */
    Optional<SmallestFailure> notServing(Conversation plain, Optional<Observation> seen) {
        if (!meanwhile.isEmpty()) {
            Delivery whole = Delivery.of(plain.shape().messages());
            return Optional.of(SmallestFailure.of(occasion(asSaid(plain, seen), whole), seen.orElse(lastSeen)));
        }
        return Optional.ofNullable(last)
                .map(said -> new SmallestFailure(said.then(asSaid(plain, seen)), lastSeen, seen));
    }

    private static Conversation asSaid(Conversation plain, Optional<Observation> seen) {
        return seen.map(had -> plain.asSaid(had::sent)).orElse(plain);
    }
}
