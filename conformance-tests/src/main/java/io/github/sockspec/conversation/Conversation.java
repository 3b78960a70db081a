package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.Shape;
import io.github.sockspec.delivery.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
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

        /** This with every slot and every reply filled by what is known on the connection; the same where nothing is. */
        public Turn filled(Map<String, Bytes> known) {
            return known.isEmpty() ? this : new Turn(marks.filled(says, known), marks, hears.filled(known));
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

    /** Whether anything in it is filled in for each connection. */
    public boolean hasSlots() {
        return turns.stream().anyMatch(turn -> !turn.marks().slots().isEmpty());
    }

    /** This for one connection: with letters of its own wherever they are to be fresh, in what is said and what is heard. */
    public Conversation fresh(RandomGenerator random) {
        Map<String, Bytes> words = new HashMap<>();
        for (Turn turn : turns) {
            for (Marks.Slot slot : turn.marks().slots()) {
                if (slot.source() == Marks.Source.FRESH) {
                    words.computeIfAbsent(slot.name(), name -> word(slot.length(), random));
                }
            }
        }
        return words.isEmpty()
                ? this
                : with(turns.stream().map(turn -> turn.filled(words)).toList());
    }

    private static Bytes word(int length, RandomGenerator random) {
        byte[] letters = new byte[length];
        for (int at = 0; at < length; at++) {
            letters[at] = (byte) random.nextInt('a', 'z' + 1);
        }
        return Bytes.of(letters);
    }

    /**
     * This as it was said on one connection: every slot holds what was really sent in its place, and the replies know it.
     *
     * @param sent gives all that was sent on it; not asked where nothing is filled in
     */
    public Conversation asSaid(Supplier<Bytes> sent) {
        if (!hasSlots()) {
            return this;
        }
        Bytes stream = sent.get();
        Map<String, Bytes> known = new HashMap<>();
        List<Turn> said = new ArrayList<>();
        int at = 0;
        for (Turn turn : turns) {
            int end = at + turn.says().length();
            if (end <= stream.length()) {
                known.putAll(turn.marks().in(stream.slice(at, end)));
            }
            said.add(turn.filled(known));
            at = end;
        }
        return with(said);
    }

    private Conversation with(List<Turn> others) {
        return new Conversation(name, others, joining);
    }

    /** This conversation with {@code more} said behind it on the same connection. */
    public Conversation then(Conversation more) {
        return with(Stream.concat(turns.stream(), more.turns.stream()).toList());
    }
}
