package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.protocol.ReplyFrame;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header of an exec reply, right or wrong: any size can be announced. */
public final class ExecHeader {
    private ExecHeader() {}

    /**
     * The bytes that announce a body of {@code size} bytes.
     *
     * @throws NotInDialect when this frame can't say that
     */
    public static Bytes announcing(ReplyFrame frame, long size) {
        if (frame instanceof ReplyFrame.Length length) {
            if (length.integer().decode(length.integer().encode(size), 0) != size) {
                throw new NotInDialect("a length of " + size + " can't be written in "
                        + length.integer().word());
            }
            return length.integer().encode(size);
        }
        if (frame instanceof ReplyFrame.Json json) {
            Bytes object = Bytes.utf8("{\"" + json.sizeKey() + "\": " + size + "}");
            return json.integer().encode(object.length()).plus(object);
        }
        if (frame instanceof ReplyFrame.Ascii ascii) {
            String digits = String.format(Locale.ROOT, "%0" + ascii.width() + "d", size);
            if (digits.length() > ascii.width()) {
                throw new NotInDialect("a length of " + size + " has more than " + ascii.width() + " digits");
            }
            return Bytes.utf8(digits);
        }
        throw new NotInDialect("a reply has no header in this dialect: it ends when the server closes");
    }

    /** The header of a right reply with that body; no bytes where the frame has none. */
    static Bytes of(ReplyFrame frame, Bytes body) {
        return frame instanceof ReplyFrame.Eof ? Bytes.EMPTY : announcing(frame, body.length());
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
