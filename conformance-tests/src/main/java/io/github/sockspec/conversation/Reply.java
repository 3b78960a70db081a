package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.protocol.ReplyFrame;
import io.github.sockspec.protocol.SizePrefix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What must come back: matched against the stream received so far, so that a reader knows when it has read enough. */
public sealed interface Reply
        permits Exactly,
                AnyOctets,
                Until,
                Masked,
                Kept,
                Sized,
                InOrder,
                OneOf,
                Closed,
                Framed,
                JsonFramed,
                ChunkedMessage,
                Nothing {
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
    default Match match(Bytes stream, int from, StreamState state) {
        return match(stream, place(from), state);
    }

    /** The same at a place inside a longer reply. */
    Match match(Bytes stream, Place place, StreamState state);

    /** The same once and again while the stream grows, from {@code from} on. */
    default Reading reading(int from) {
        return reading(place(from));
    }

    /** The same at a place inside a longer reply. */
    default Reading reading(Place place) {
        return (stream, state) -> match(stream, place, state);
    }

    private Place place(int from) {
        return new Place(from, from, size());
    }

    /** How many octets it has, where all that satisfies it has equally many. */
    default OptionalInt size() {
        return OptionalInt.empty();
    }

    /**
     * What is kept of it for the rest of the connection, by name.
     *
     * @param stream a stream that {@link #match} found it complete in
     * @param from where it starts
     */
    default Map<String, Bytes> keeps(Bytes stream, int from) {
        return Map.of();
    }

    /** This with the octets themselves in the place of each that is {@link #kept} under a name that is known. */
    default Reply filled(Map<String, Bytes> known) {
        return this;
    }

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

        T any(int count, Optional<String> keep);

        T until(Bytes terminator, Optional<Pattern> text);

        T masked(Bytes bytes, Bytes mask);

        T kept(String name, int length);

        T sized(SizePrefix prefix, T body);

        T inOrder(List<T> parts);

        T closed();

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

    /** So many octets, whatever they are. */
    static Reply any(int count) {
        return new AnyOctets(count, Optional.empty());
    }

    /** So many octets, whatever they are, kept under the name {@code keep}. */
    static Reply any(int count, String keep) {
        return new AnyOctets(count, Optional.of(keep));
    }

    /** The octets that were kept under {@code name}, {@code length} many. */
    static Reply kept(String name, int length) {
        return new Kept(name, length);
    }

    /** Everything up to {@code terminator}, and that. */
    static Reply until(Bytes terminator) {
        return new Until(terminator, Optional.empty());
    }

    /** The same where all the text in front of {@code terminator}, in UTF-8, must match {@code text}. */
    static Reply until(Bytes terminator, Pattern text) {
        return new Until(terminator, Optional.of(text));
    }

    /** These bytes, except those whose octet of {@code mask} is 0: any will do there. */
    static Reply masked(Bytes bytes, Bytes mask) {
        return new Masked(bytes, mask);
    }

    /** A length, then {@code body} in exactly that many octets. */
    static Reply sized(SizePrefix prefix, Reply body) {
        return new Sized(prefix, body);
    }

    /** These, one behind the other. */
    static Reply inOrder(List<Reply> parts) {
        return InOrder.of(parts);
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
