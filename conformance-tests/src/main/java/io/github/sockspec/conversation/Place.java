package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import java.util.OptionalInt;

/**
 * Where a part of a reply stands in the stream.
 *
 * @param at where the part starts
 * @param reply where the whole reply starts, so that findings count from there
 * @param length how many octets the whole reply has, where that is known beforehand
 */
public record Place(int at, int reply, OptionalInt length) {
    /** The place of a part {@code octets} further on. */
    public Place behind(int octets) {
        return new Place(at + octets, reply, length);
    }

    /** How far {@code octets} from here on have come, whatever they are. */
    public Match due(Bytes stream, int octets, StreamState state) {
        if (stream.length() - at >= octets) {
            return new Match.Complete(at + octets);
        }
        return state == StreamState.OPEN ? new Match.More(at + octets) : ended(stream);
    }

    /** The octet at {@code where} of the stream is another one than it must be. */
    public Match.Wrong differs(int where) {
        return new Match.Wrong(where, "byte " + (where - reply) + " of the reply differs");
    }

    private Match.Wrong ended(Bytes stream) {
        String all = length.isPresent() ? " of " + length.getAsInt() : "";
        return new Match.Wrong(stream.length(), "the stream ended after " + (stream.length() - reply) + all + " bytes");
    }
}
