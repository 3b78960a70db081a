package io.github.sockspec.wire;

import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Limits;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Stands between a client and a server, and cuts and joins what passes, by a delivery for each direction: what users'
 * networks do, on purpose. Each write is known to have been read before the next one goes. Owned by one thread.
 */
public final class Relay implements AutoCloseable {
    private static final Duration MOMENT = Duration.ofMillis(1);

    private final Connection client;
    private final Connection server;
    private final Forwarding requests;
    private final Forwarding replies;

    /** A relay between {@code client}, who has come, and a server that is now connected to. */
    public Relay(Connection client, InetSocketAddress server, Plan plan, Limits limits) {
        this.client = client;
        this.server = Connection.open(server, limits);
        requests = new Forwarding(client, this.server, plan.requests(), plan.confirmation());
        replies = new Forwarding(this.server, client, plan.replies(), plan.confirmation());
    }

    /** How both directions travel, and how it is known that a write was read. */
    public record Plan(Delivery requests, Delivery replies, Confirmation confirmation) {}

    /**
     * Relays until both directions have ended, {@code over} says so, or nothing has moved while a wait lasts.
     *
     * @return whether it came to an end before that
     */
    public boolean run(GuardedWait guardedWait, BooleanSupplier over) {
        while (!(requests.ended() && replies.ended()) && !over.getAsBoolean()) {
            int before = client.received() + server.received();
            client.incoming().listen(MOMENT);
            boolean moved = requests.forward();
            server.incoming().listen(MOMENT);
            moved |= replies.forward();
            if (moved || client.received() + server.received() > before) {
                guardedWait.renew();
            } else if (guardedWait.over()) {
                client.quiet(guardedWait);
                return false;
            }
        }
        // The client may have been seen to be gone before its stream's end was.
        client.incoming().listen(MOMENT);
        // What is on its way when the client leaves still tells what the server did.
        server.incoming().listen(MOMENT);
        return true;
    }

    /** What passed at the client's side: its requests were received, and its replies sent. */
    public Observation clientSide() {
        return client.observation();
    }

    /** What passed at the server's side: the requests were sent, and its replies received. */
    public Observation serverSide() {
        return server.observation();
    }

    /** Ends both connections; what was seen on them stays. */
    public void hangUp() {
        client.close();
        server.close();
    }

    @Override
    public void close() {
        hangUp();
    }
}
