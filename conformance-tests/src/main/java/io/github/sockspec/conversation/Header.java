package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.protocol.ReplyFrame;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The header of a framed reply, right or wrong: any size can be announced. */
public final class Header {
    private Header() {}

    /**
     * The bytes that announce a body of {@code size} bytes.
     *
     * @throws NotInDialect when this frame can't say that
     */
    public static Bytes announcing(ReplyFrame frame, long size) {
        if (frame instanceof ReplyFrame.Sized sized) {
            return written(() -> sized.prefix().encode(size));
        }
        if (frame instanceof ReplyFrame.Json json) {
            Bytes object = Bytes.utf8("{\"" + json.sizeKey() + "\": " + size + "}");
            return json.integer().encode(object.length()).plus(object);
        }
        throw new NotInDialect("a reply has no header in this dialect: it ends when the server closes");
    }

    /**
     * The header of a right reply with that body; no bytes where the frame has none.
     *
     * @throws NotInDialect when this frame can't say that
     */
    static Bytes of(ReplyFrame frame, Bytes body) {
        if (frame instanceof ReplyFrame.Sized sized) {
            return written(() -> sized.prefix().of(body.length()));
        }
        return frame instanceof ReplyFrame.Eof ? Bytes.EMPTY : announcing(frame, body.length());
    }

    private static Bytes written(Supplier<Bytes> header) {
        try {
            return header.get();
        } catch (IllegalArgumentException beyond) {
            throw new NotInDialect(String.valueOf(beyond.getMessage()));
        }
    }

    /** The body of the one reply that {@code received} is; empty where it is none that is whole. */
    public static Optional<Bytes> body(ReplyFrame frame, Bytes received) {
        if (frame instanceof ReplyFrame.Eof) {
            return Optional.of(received);
        }
        ReceivedHeader header = new ReceivedHeader(frame, received, 0);
        return header.match(StreamState.ENDED) instanceof Match.Complete complete
                        && header.size(complete.end()) == received.length() - complete.end()
                ? Optional.of(received.from(complete.end()))
                : Optional.empty();
    }

    /** Where a reply with that header has its seams, the header's end first. */
    static List<Integer> seams(ReplyFrame frame, Bytes header) {
        if (header.isEmpty()) {
            return List.of();
        }
        return frame instanceof ReplyFrame.Json json
                ? List.of(header.length(), json.integer().width())
                : List.of(header.length());
    }
}
