package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import java.util.OptionalInt;

/** These bytes. */
record Exactly(Bytes bytes) implements Reply {
    @Override
    public <T> T told(Telling<T> telling) {
        return telling.exactly(bytes);
    }

    @Override
    public boolean saysAll() {
        return true;
    }

    @Override
    public Match match(Bytes stream, Place place, StreamState state) {
        return stream.hasAt(place.at(), bytes)
                ? place.due(stream, bytes.length(), state)
                : place.differs(place.at()
                        + bytes.mismatch(
                                stream.slice(place.at(), Math.min(stream.length(), place.at() + bytes.length()))));
    }

    @Override
    public OptionalInt size() {
        return OptionalInt.of(bytes.length());
    }

    @Override
    public String describe() {
        return bytes.toString();
    }

    @Override
    public Bytes canonical() {
        return bytes;
    }
}
