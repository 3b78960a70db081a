package io.github.sockspec.trial;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.verdict.Finding;
import java.util.Optional;

/** How each delivery of a conversation to a server is judged. */
@FunctionalInterface
public interface ServerJudging {
    /** What a delivery comes to on whose connection that was seen; it may ask more of the server. */
    Finding of(Delivery delivery, Observation seen);

    /** What another client says behind such a delivery, where its answers are what shows the failure. */
    default Optional<Conversation> behind(Delivery delivery, Observation seen) {
        return Optional.empty();
    }

    /** What was seen of that client behind the last delivery, where its answers alone are judged. */
    default Optional<Observation> afterwards() {
        return Optional.empty();
    }
}
