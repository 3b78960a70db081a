package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;

/**
 * One reply being matched while the stream that it stands in grows: what was looked at once need not be looked at again.
 * It belongs to one connection, and to one thread.
 */
@FunctionalInterface
public interface Reading {
    /**
     * How far the reply has come.
     *
     * @param stream all bytes received on the connection so far: those of the call before, and perhaps more
     * @param state whether more bytes can come
     */
    Match match(Bytes stream, StreamState state);
}
