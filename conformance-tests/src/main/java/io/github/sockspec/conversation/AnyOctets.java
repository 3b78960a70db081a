package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * So many octets, whatever they are.
 *
 * @param keep the name under which they are kept for the rest of the connection
 */
record AnyOctets(int count, Optional<String> keep) implements Reply {
    AnyOctets {
        if (count < 0) {
            throw new IllegalArgumentException("there are no " + count + " octets");
        }
    }

    @Override
    public <T> T told(Telling<T> telling) {
        return telling.any(count, keep);
    }

    @Override
    public boolean saysAll() {
        return true;
    }

    @Override
    public OptionalInt size() {
        return OptionalInt.of(count);
    }

    @Override
    public Match match(Bytes stream, Place place, StreamState state) {
        return place.due(stream, count, state);
    }

    @Override
    public Map<String, Bytes> keeps(Bytes stream, int from) {
        return keep.map(name -> Map.of(name, stream.slice(from, from + count))).orElse(Map.of());
    }

    @Override
    public String describe() {
        return count + " octets, whatever they are"
                + keep.map(name -> " (kept as " + name + ")").orElse("");
    }

    @Override
    public Bytes canonical() {
        return Bytes.repeat(Bytes.utf8("x"), count);
    }
}
