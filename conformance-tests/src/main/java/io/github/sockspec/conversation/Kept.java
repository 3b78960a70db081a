package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import java.util.Map;
import java.util.OptionalInt;

/** The octets that were kept under a name, {@code length} many. Until they are known, any octets will do. */
record Kept(String name, int length) implements Reply {
    @Override
    public <T> T told(Telling<T> telling) {
        return telling.kept(name, length);
    }

    @Override
    public boolean saysAll() {
        return true;
    }

    @Override
    public OptionalInt size() {
        return OptionalInt.of(length);
    }

    @Override
    public Match match(Bytes stream, Place place, StreamState state) {
        return place.due(stream, length, state);
    }

    @Override
    public Reply filled(Map<String, Bytes> known) {
        Bytes octets = known.get(name);
        return octets == null ? this : Reply.exactly(octets);
    }

    @Override
    public String describe() {
        return "the " + length + " octets kept as " + name;
    }

    @Override
    public Bytes canonical() {
        return Bytes.repeat(Bytes.utf8("x"), length);
    }
}
