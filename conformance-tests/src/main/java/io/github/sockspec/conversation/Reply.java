package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.protocol.ReplyFrame;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What must come back: matched against the stream received so far, so that a reader knows when it has read enough. */
public sealed interface Reply permits Exactly, OneOf, Closed, ThenClosed, Framed, JsonFramed, ChunkedMessage, Nothing {
    /** No reply is awaited. */
    static Reply nothing() {
        return new Nothing();
    }

    /** The connection ends here, by FIN or by RST. */
    static Reply closed() {
        return new Closed();
    }

    /**
     * How far {@code stream} from {@code from} satisfies this.
     *
     * @param stream all bytes received on the connection so far
     * @param from where this reply starts
     * @param state whether more bytes can come
     */
    Match match(Bytes stream, int from, StreamState state);

    /** In words, for reports: what was expected. */
    String describe();

    /** The bytes a right program sends for this; a harness in the server's place says them. */
    Bytes canonical();

    /** Tells which kind this is, for those who write it down in another language. */
    <T> T told(Telling<T> telling);

    /** The kinds of reply, each turned into something else. */
    interface Telling<T> {
        T exactly(Bytes bytes);

        T oneOf(List<T> choices);

        T closed();

        T thenClosed(T before);

        T json(Json json);

        T framed(Framed framed);

        T chunks(Bytes content);

        T nothing();
    }

    /**
     * A JSON header and what it announces.
     *
     * @param frame how the header is written
     * @param body of which size it speaks
     * @param follows the body where it comes at once; empty where an acknowledgement comes between
     */
    record Json(ReplyFrame.Json frame, Bytes body, Optional<Bytes> follows) {}

    /** Whether it says all that may come; else what comes behind it is nobody's business. */
    boolean saysAll();

    static Reply exactly(Bytes bytes) {
        return new Exactly(bytes);
    }

    /** Any of these will do; the first that is complete counts. */
    static Reply oneOf(Reply... choices) {
        return new OneOf(List.of(choices));
    }
}

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
    public Match match(Bytes stream, int from, StreamState state) {
        int have = stream.length() - from;
        if (!stream.hasAt(from, bytes)) {
            int at = from + bytes.mismatch(stream.slice(from, Math.min(stream.length(), from + bytes.length())));
            return new Match.Wrong(at, "byte " + (at - from) + " of the reply differs");
        }
        if (have >= bytes.length()) {
            return new Match.Complete(from + bytes.length());
        }
        return state == StreamState.ENDED
                ? new Match.Wrong(
                        stream.length(), "the stream ended after " + have + " of " + bytes.length() + " bytes")
                : new Match.More(from + bytes.length());
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

record OneOf(List<Reply> choices) implements Reply {
    @Override
    public <T> T told(Telling<T> telling) {
        return telling.oneOf(
                choices.stream().map(choice -> choice.told(telling)).toList());
    }

    @Override
    public boolean saysAll() {
        return false;
    }

    @Override
    public Match match(Bytes stream, int from, StreamState state) {
        List<Match> matches = choices.stream()
                .map(choice -> choice.match(stream, from, state))
                .toList();
        return matches.stream()
                .filter(Match.Complete.class::isInstance)
                .findFirst()
                .or(() -> matches.stream().filter(Match.More.class::isInstance).findFirst())
                .orElse(matches.get(0));
    }

    @Override
    public String describe() {
        return choices.stream().map(Reply::describe).collect(Collectors.joining(" or "));
    }

    @Override
    public Bytes canonical() {
        return choices.get(0).canonical();
    }
}

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
    public Match match(Bytes stream, int from, StreamState state) {
        if (stream.length() > from) {
            return new Match.Wrong(from, "bytes came where the connection had to end");
        }
        return state == StreamState.ENDED ? new Match.Complete(from) : new Match.More(0);
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
    public Match match(Bytes stream, int from, StreamState state) {
        return new Match.Complete(from);
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
