package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.delivery.DatagramPlan;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import java.util.List;

/**
 * How something once travelled, by its bytes: what is to travel again.
 *
 * @param writes the bytes of each write, or of each datagram
 * @param ending how a stream ended
 * @param pace how long was waited at each cut
 * @param plan how datagrams got through
 */
public record RecordedDelivery(List<Bytes> writes, Ending ending, Delivery.Pace pace, DatagramPlan plan) {
    public RecordedDelivery {
        writes = List.copyOf(writes);
    }

    /** Why this can't be the travel of what a case says. */
    static final class Misfit extends RuntimeException {
        Misfit(String message) {
            super(message, null, false, false);
        }
    }

    /** What must agree. */
    enum Fit {
        BYTES,
        /** What is said has a part that is made anew each time. */
        LENGTHS;

        /** What must agree where {@code said} is said. */
        static Fit of(Conversation said) {
            return said.hasSlots() ? LENGTHS : BYTES;
        }
    }

    /**
     * The delivery that carries {@code said} like this.
     *
     * @throws Misfit when these are not its bytes
     */
    Delivery over(Bytes said, Fit fit) {
        if (writes.stream().anyMatch(Bytes::isEmpty)) {
            throw new Misfit("a write has at least one byte");
        }
        Bytes mine = Bytes.join(writes);
        if (mine.length() > said.length() || (fit == Fit.BYTES && !said.hasAt(0, mine))) {
            throw new Misfit(
                    "the bytes given are not those of this case in this program's dialect, which start " + said);
        }
        return new Delivery(writes.stream().map(Bytes::length).toList(), ending, pace);
    }
}
