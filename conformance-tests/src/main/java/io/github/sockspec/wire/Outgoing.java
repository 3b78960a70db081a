package io.github.sockspec.wire;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one side says on one connection, taken a write at a time. What an earlier message of the other side makes known is filled
 * in when the message that repeats it is begun. For one thread.
 */
final class Outgoing {
    private final List<Turn> turns;
    private final Map<String, Bytes> known = new HashMap<>();
    private int next;
    private Bytes rest = Bytes.EMPTY;

    Outgoing(List<Turn> turns) {
        this.turns = turns;
    }

    /** From now on that is known by name. */
    void learn(Map<String, Bytes> more) {
        known.putAll(more);
    }

    /** All that is known by now. */
    Map<String, Bytes> known() {
        return known;
    }

    /** The next {@code length} octets. */
    Bytes take(int length) {
        List<Bytes> parts = new ArrayList<>();
        int left = length;
        while (left > 0) {
            if (rest.isEmpty()) {
                rest = turns.get(next).filled(known).says();
                next++;
            }
            int taken = Math.min(left, rest.length());
            parts.add(rest.slice(0, taken));
            rest = rest.from(taken);
            left -= taken;
        }
        return Bytes.join(parts);
    }
}
