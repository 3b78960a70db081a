package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.protocol.IntegerFormat;

/** A digest message of that content, however it is divided into chunks. */
record ChunkedMessage(Bytes content) implements Reply {
    private static final IntegerFormat LENGTH = IntegerFormat.I32LE;

    @Override
    public <T> T told(Telling<T> telling) {
        return telling.chunks(content);
    }

    @Override
    public boolean saysAll() {
        return true;
    }

    @Override
    public Match match(Bytes stream, Place place, StreamState state) {
        int from = place.at();
        int at = from;
        int taken = 0;
        while (stream.length() - at >= LENGTH.width()) {
            long length = LENGTH.decode(stream, at);
            int start = at + LENGTH.width();
            if (length == 0) {
                return taken == content.length()
                        ? new Match.Complete(start)
                        : new Match.Wrong(at, "the message ends after " + taken + " of " + content.length() + " bytes");
            }
            if (length < 0 || length > content.length() - taken) {
                return new Match.Wrong(at, "a chunk's length is " + length);
            }
            int here = (int) Math.min(length, stream.length() - start);
            Bytes chunk = stream.slice(start, start + here);
            if (!content.hasAt(taken, chunk)) {
                return new Match.Wrong(start, "a chunk's bytes are not the file's");
            }
            taken += here;
            at = start + here;
            if (here < length) {
                break;
            }
        }
        return state == StreamState.ENDED
                ? new Match.Wrong(stream.length(), "the stream ended inside the message")
                : new Match.More(0);
    }

    @Override
    public String describe() {
        return "a message of " + content.length() + " bytes in chunks, and a chunk of length 0";
    }

    @Override
    public Bytes canonical() {
        Bytes end = LENGTH.encode(0);
        return content.isEmpty()
                ? end
                : LENGTH.encode(content.length()).plus(content).plus(end);
    }
}
