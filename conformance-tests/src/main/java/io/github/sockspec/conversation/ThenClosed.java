package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;

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
    public Match match(Bytes stream, int from, boolean ended) {
        Match match = before.match(stream, from, ended);
        return match instanceof Match.Complete complete ? Reply.closed().match(stream, complete.end(), ended) : match;
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
