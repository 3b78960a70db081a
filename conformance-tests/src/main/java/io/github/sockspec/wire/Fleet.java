package io.github.sockspec.wire;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Several voyages side by side, a write of each in turn, with one shared wait between the rounds. */
record Fleet(List<Connection> connections, Confirmation confirmation, Farewell farewell) {
    List<Observation> carry(Conversation conversation, List<Delivery> deliveries, Limits limits) {
        List<Voyage> voyages = new ArrayList<>();
        for (int index = 0; index < deliveries.size(); index++) {
            voyages.add(new Voyage(connections.get(index), conversation, deliveries.get(index)));
        }
        boolean stalled = deliveries.stream().anyMatch(delivery -> delivery.pace() == Delivery.Pace.STALLED);
        Duration wait = stalled ? limits.stall() : limits.gap();
        while (voyages.stream().anyMatch(Voyage::underWay)) {
            voyages.stream().filter(Voyage::underWay).forEach(Voyage::write);
            List<Voyage> cut = voyages.stream().filter(Voyage::underWay).toList();
            if (!cut.isEmpty()) {
                Waiting.quietly(wait);
                cut.forEach(voyage -> voyage.confirm(confirmation));
            }
        }
        return voyages.stream()
                .map(voyage -> voyage.finish(confirmation, farewell, limits))
                .toList();
    }
}
