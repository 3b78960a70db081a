package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        slots = slots.stream().sorted(Comparator.comparingInt(Slot::at)).toList();
    }

    /** {@code message} with its slots filled by what is known under their names; the same where nothing is. */
    Bytes filled(Bytes message, Map<String, Bytes> known) {
        List<Bytes> parts = new ArrayList<>();
        int at = 0;
        for (Slot slot : slots) {
            Bytes octets = known.get(slot.name());
            if (octets != null) {
                if (octets.length() != slot.length()) {
                    throw new IllegalArgumentException(
                            slot.name() + " has " + octets.length() + " octets, not " + slot.length());
                }
                parts.add(message.slice(at, slot.at()));
                parts.add(octets);
                at = slot.at() + slot.length();
            }
        }
        parts.add(message.from(at));
        return at == 0 ? message : Bytes.join(parts);
    }

    /** What stands in the slots of {@code message}, by name. */
    Map<String, Bytes> in(Bytes message) {
        Map<String, Bytes> words = new HashMap<>();
        slots.forEach(slot -> words.put(slot.name(), slot.in(message)));
        return words;
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
        /** What stands in it, in {@code message}. */
        Bytes in(Bytes message) {
            return message.slice(at, at + length);
        }

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
