package io.github.sockspec.verdict;

import static java.util.Objects.requireNonNull;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Conversation.Turn;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.observation.Observation;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers to one conversation, looked up in what was received, one turn after the other; what is kept of one, the next know. */
final class Answers {
    private final Iterator<Turn> turns;
    private final Bytes received;
    private final StreamState state;
    private final Map<String, Bytes> known = new HashMap<>();
    private @Nullable Turn turn;
    private int heard;

    Answers(Conversation conversation, Observation seen) {
        turns = conversation.asSaid(seen::sent).turns().iterator();
        received = seen.received();
        state = seen.state();
    }

    /** Whether there is another turn. */
    boolean more() {
        return turns.hasNext();
    }

    /** The next turn, as it was had on this connection. */
    Turn next() {
        turn = turns.next().filled(known);
        return turn;
    }

    /** How far its answer is satisfied; where it is complete, the next one starts behind it. */
    Match match() {
        Turn due = requireNonNull(turn, "a turn is begun before its answer is looked up");
        Match match = due.hears().match(received, heard, state);
        if (match instanceof Match.Complete complete) {
            known.putAll(due.hears().keeps(received, heard));
            heard = complete.end();
        }
        return match;
    }

    /** How many of the bytes received answer the turns before. */
    int heard() {
        return heard;
    }

    /** All that was received. */
    Bytes received() {
        return received;
    }
}
