package io.github.sockspec.wire;

import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.patience.Waiting;
import java.time.Duration;
import java.util.List;

/** Several transmissions side by side, a write of each in turn, with one shared wait between the rounds. */
record ParallelTransmissions(List<Transmission> transmissions, Confirmation confirmation, ConnectionEnd connectionEnd) {
    List<Observation> carry(List<Delivery> deliveries, Limits limits) {
        boolean stalled = deliveries.stream().anyMatch(delivery -> delivery.pace() == Delivery.Pace.STALLED);
        Duration wait = stalled ? limits.stall() : limits.gap();
        while (transmissions.stream().anyMatch(Transmission::underWay)) {
            transmissions.stream().filter(Transmission::underWay).forEach(Transmission::write);
            List<Transmission> cut =
                    transmissions.stream().filter(Transmission::underWay).toList();
            if (!cut.isEmpty()) {
                Waiting.quietly(wait);
                cut.forEach(transmission -> transmission.confirm(confirmation));
            }
        }
        return transmissions.stream()
                .map(transmission -> transmission.finish(confirmation, connectionEnd, limits))
                .toList();
    }
}
