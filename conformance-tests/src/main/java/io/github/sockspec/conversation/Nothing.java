package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import java.util.OptionalInt;

/** No reply is awaited. */
record Nothing() implements Reply {
    @Override
    public <T> T told(Telling<T> telling) {
        return telling.nothing();
    }

    @Override
    public boolean saysAll() {
        return false;
    }

    @Override
    public OptionalInt size() {
        return OptionalInt.of(0);
    }

    @Override
    public Match match(Bytes stream, Place place, StreamState state) {
        return new Match.Complete(place.at());
    }

    @Override
    public String describe() {
        return "no reply";
    }

    @Override
    public Bytes canonical() {
        return Bytes.EMPTY;
    }
}
