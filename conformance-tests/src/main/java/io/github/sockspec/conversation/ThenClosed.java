package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;

/** A reply whose end is the end of the connection. */
record ThenClosed(Reply before) implements Reply {
    @Override
    public <T> T told(Telling<T> telling) {
        return telling.thenClosed(before.told(telling));
    }

    @Override
    public boolean saysAll() {
        return true;
    }

    @Override
    public Match match(Bytes stream, int from, StreamState state) {
        Match match = before.match(stream, from, state);
        return match instanceof Match.Complete complete ? Reply.closed().match(stream, complete.end(), state) : match;
    }

    @Override
    public String describe() {
        return before.describe() + ", then the end of the stream";
    }

    @Override
    public Bytes canonical() {
        return before.canonical();
    }
}
