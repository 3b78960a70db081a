package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import java.util.OptionalInt;

/** The connection ends, by FIN or by RST. */
record Closed() implements Reply {
    @Override
    public <T> T told(Telling<T> telling) {
        return telling.closed();
    }

    @Override
    public boolean saysAll() {
        return true;
    }

    @Override
    public OptionalInt size() {
        return OptionalInt.of(0);
    }

    @Override
    public Match match(Bytes stream, Place place, StreamState state) {
        if (stream.length() > place.at()) {
            return new Match.Wrong(place.at(), "bytes came where the connection had to end");
        }
        return state == StreamState.ENDED ? new Match.Complete(place.at()) : new Match.More(0);
    }

    @Override
    public String describe() {
        return "the connection closed";
    }

    @Override
    public Bytes canonical() {
        return Bytes.EMPTY;
    }
}
