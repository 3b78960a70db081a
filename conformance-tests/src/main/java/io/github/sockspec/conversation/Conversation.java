package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is said over one connection, in the bytes of one dialect: in turns, each a message to say, replies to hear, or
 * both. It knows nothing of packets.
 *
 * @param name the name of the file it came from, as case names use it
 * @param turns in order
 */
public record Conversation(String name, List<Turn> turns) {
    /**
     * One message and what answers it.
     *
     * @param says the message; no bytes when the other side speaks first or twice
     * @param seams offsets inside {@code says} at which the protocol's own structure lies, such as a header's end
     * @param hears what must come back before the next turn; {@link Reply#nothing()} when nothing need
     */
    public record Turn(Bytes says, List<Integer> seams, Reply hears) {
        public Turn {
            seams = List.copyOf(seams);
        }

        public static Turn of(Bytes says, Reply hears) {
            return new Turn(says, List.of(), hears);
        }
    }

    public Conversation {
        turns = List.copyOf(turns);
    }

    public static Conversation of(String name, Turn... turns) {
        return new Conversation(name, List.of(turns));
    }

    /** All that is said, as the one stream that a delivery cuts. */
    public Bytes said() {
        return Bytes.join(turns.stream().map(Turn::says).toList());
    }

    /** The lengths and seams of what is said: all that a delivery needs to know of it. */
    public Shape shape() {
        List<Integer> messages = new ArrayList<>();
        List<Integer> seams = new ArrayList<>();
        int at = 0;
        for (Turn turn : turns) {
            int start = at;
            turn.seams().forEach(seam -> seams.add(start + seam));
            if (!turn.says().isEmpty()) {
                messages.add(turn.says().length());
            }
            at += turn.says().length();
        }
        return new Shape(messages, seams);
    }

    /** This conversation with {@code more} said behind it on the same connection. */
    public Conversation then(Conversation more) {
        return new Conversation(
                name, Stream.concat(turns.stream(), more.turns.stream()).toList());
    }
}
