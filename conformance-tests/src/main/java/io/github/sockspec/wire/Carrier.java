package io.github.sockspec.wire;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.Limits;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Carries conversations to a server by the deliveries it is given, and says what happened. For one thread at a time.
 */
public final class Carrier implements AutoCloseable {
    private final Confirmation confirmation;
    private final ConnectionEnd connectionEnd = new ConnectionEnd();
    private final RandomGenerator words = new SplittableRandom();
    private Limits limits;

    public Carrier(Confirmation confirmation, Limits limits) {
        this.confirmation = confirmation;
        this.limits = limits;
    }

    /** A carrier that confirms as well as this system can. */
    public static Carrier confirming(Limits limits) {
        return new Carrier(KernelConfirmation.orElse(limits.gap()), limits);
    }

    public Limits limits() {
        return limits;
    }

    /** From now on waits as {@code other} says. */
    public void limits(Limits other) {
        limits = other;
    }

    /** Says {@code conversation} to {@code server} on a connection of its own, with fresh letters where it has such. */
    public Observation carry(InetSocketAddress server, Conversation conversation, Delivery delivery) {
        try (Connection connection = Connection.open(server, limits)) {
            Transmission transmission = new Transmission(connection, conversation.fresh(words), delivery);
            while (transmission.underWay()) {
                transmission.write();
                if (transmission.underWay()) {
                    transmission.confirm(confirmation);
                }
            }
            return transmission.finish(confirmation, connectionEnd, limits);
        }
    }

    /**
     * Says {@code conversation} once for each of {@code deliveries}, all side by side on connections of their own: what
     * has to be waited at a cut is waited once for all of them.
     */
    public List<Observation> carryTogether(
            InetSocketAddress server, Conversation conversation, List<Delivery> deliveries) {
        List<Connection> connections = deliveries.stream()
                .map(delivery -> Connection.open(server, limits))
                .toList();
        try {
            List<Transmission> transmissions = IntStream.range(0, deliveries.size())
                    .mapToObj(index ->
                            new Transmission(connections.get(index), conversation.fresh(words), deliveries.get(index)))
                    .toList();
            return new ParallelTransmissions(transmissions, confirmation, connectionEnd).carry(deliveries, limits);
        } finally {
            connections.forEach(Connection::close);
        }
    }

    /** Opens a connection to do with as a case pleases. */
    public Connection open(InetSocketAddress server) {
        return Connection.open(server, limits);
    }

    public Confirmation confirmation() {
        return confirmation;
    }

    @Override
    public void close() {
        confirmation.close();
    }
}
