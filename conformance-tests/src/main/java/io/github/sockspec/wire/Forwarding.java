package io.github.sockspec.wire;

import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Fact;
import java.util.List;

/**
 * One direction of a relay: what comes in on one connection goes out on the other, in the writes that a delivery has.
 * Whatever comes beyond those goes as it comes. Owned by the relay's thread.
 */
final class Forwarding {
    private final Connection from;
    private final Connection to;
    private final List<Integer> writes;
    private final Confirmation confirmation;
    private int next;
    private int forwarded;
    private boolean ended;

    Forwarding(Connection from, Connection to, Delivery delivery, Confirmation confirmation) {
        this.from = from;
        this.to = to;
        this.writes = delivery.writes();
        this.confirmation = confirmation;
    }

    /** Forwards what is due; whether anything was. */
    boolean forward() {
        boolean any = false;
        while (!ended && due() > 0) {
            int length = due();
            any = true;
            if (!to.write(from.stream().slice(forwarded, forwarded + length))) {
                ended = true;
                return true;
            }
            forwarded += length;
            next++;
            if (next < writes.size()) {
                ended = !to.awaitTaken(confirmation);
            }
        }
        return end() || any;
    }

    /** How many bytes the next write takes, once they are all there; what is left goes at the stream's end. */
    private int due() {
        int waiting = from.received() - forwarded;
        int wanted = next < writes.size() ? writes.get(next) : Math.max(1, waiting);
        return waiting >= wanted ? wanted : from.usable() ? 0 : waiting;
    }

    /** Passes the end of the stream on, once, as what it was. */
    private boolean end() {
        if (ended || from.usable() || forwarded < from.received()) {
            return false;
        }
        ended = true;
        if (from.observation().has(Fact.PeerReset.class)) {
            to.reset();
        } else if (to.usable()) {
            to.halfClose();
        }
        return true;
    }

    boolean ended() {
        return ended;
    }
}
