package io.github.sockspec.conversation;

import io.github.sockspec.delivery.Span;
import java.util.List;

/**
 * What a message's bytes do not show by themselves; all offsets are inside the message.
 *
 * @param seams where the protocol's own structure lies, such as a header's end
 * @param atomic what is never cut, where the protocol's text excuses a receiver
 * @param slots what is filled in for each connection
 */
public record Marks(List<Integer> seams, List<Span> atomic, List<Slot> slots) {
    public static final Marks NONE = new Marks(List.of(), List.of(), List.of());

    public Marks {
        seams = List.copyOf(seams);
        atomic = List.copyOf(atomic);
        slots = List.copyOf(slots);
    }

    /** Seams alone. */
    public static Marks seams(List<Integer> seams) {
        return new Marks(seams, List.of(), List.of());
    }

    /** What does not differ with each connection. */
    public Marks withoutSlots() {
        return new Marks(seams, atomic, List.of());
    }

    /**
     * Octets of a message that are not known before its connection is there. Until then something of the same length
     * stands in their place.
     *
     * @param at where they stand
     * @param length how many they are
     * @param name what they are kept under; the same name is the same octets on one connection
     * @param source where they come from
     */
    public record Slot(int at, int length, String name, Source source) {
        /** The same in a longer stream. */
        Slot movedBy(int octets) {
            return new Slot(at + octets, length, name, source);
        }
    }

    /** Where the octets of a slot come from. */
    public enum Source {
        /** Letters that differ with each connection, known before anything is said on it. */
        FRESH,
        /** What was kept of an earlier reply on the connection, so that they are known only when that has come. */
        KEPT
    }
}
