package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.Shape;
import io.github.sockspec.delivery.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is said over one connection, in the bytes of one dialect: in turns, each a message to say, replies to hear, or
 * both. It knows nothing of packets.
 *
 * @param name the name of the file it came from, as case names use it
 * @param turns in order
 * @param joining whether its messages may travel joined
 */
public record Conversation(String name, List<Turn> turns, Joining joining) {
    /** Whether messages may travel joined. */
    public enum Joining {
        ALLOWED,
        /** The next message may only be said when the one before was answered. */
        NEVER
    }

    /**
     * One message and what answers it.
     *
     * @param says the message; no bytes when the other side speaks first or twice
     * @param marks what the message's bytes do not show by themselves
     * @param hears what must come back before the next turn; {@link Reply#nothing()} when nothing need
     */
    public record Turn(Bytes says, Marks marks, Reply hears) {
        public static Turn of(Bytes says, Reply hears) {
            return new Turn(says, Marks.NONE, hears);
        }

        /** Whether something in it is known only when an earlier message was answered. */
        boolean awaitsReply() {
            return marks.slots().stream().anyMatch(slot -> slot.source() == Marks.Source.KEPT);
        }
    }

    public Conversation {
        turns = List.copyOf(turns);
    }

    public static Conversation of(String name, Turn... turns) {
        return of(name, List.of(turns));
    }

    /** A conversation whose messages may travel joined. */
    public static Conversation of(String name, List<Turn> turns) {
        return new Conversation(name, turns, Joining.ALLOWED);
    }

    /** All that is said, as the one stream that a delivery cuts. */
    public Bytes said() {
        return Bytes.join(turns.stream().map(Turn::says).toList());
    }

    /** The lengths and marks of what is said: all that a delivery needs to know of it. */
    public Shape shape() {
        List<Integer> messages = new ArrayList<>();
        List<Integer> seams = new ArrayList<>();
        List<Integer> barriers = new ArrayList<>();
        List<Span> atomic = new ArrayList<>();
        int at = 0;
        for (Turn turn : turns) {
            int start = at;
            turn.marks().seams().forEach(seam -> seams.add(start + seam));
            turn.marks().atomic().forEach(span -> atomic.add(span.movedBy(start)));
            if (start > 0 && !turn.says().isEmpty() && (joining == Joining.NEVER || turn.awaitsReply())) {
                barriers.add(start);
            }
            if (!turn.says().isEmpty()) {
                messages.add(turn.says().length());
            }
            at += turn.says().length();
        }
        return new Shape(messages, seams, barriers, atomic);
    }

    /** This conversation with {@code more} said behind it on the same connection. */
    public Conversation then(Conversation more) {
        return new Conversation(
                name, Stream.concat(turns.stream(), more.turns.stream()).toList(), joining);
    }
}
