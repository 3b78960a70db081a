package io.github.sockspec.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.protocol.ReplyFrame;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The header that stands, or should stand, at one place of a received stream, whatever size it announces.
 *
 * @param frame how it is written; where a frame has no header, it takes no bytes
 * @param stream all bytes received on the connection so far
 * @param from where it starts
 */
record ReceivedHeader(ReplyFrame frame, Bytes stream, int from) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_OBJECT = 65_536;

    /** The header that ends at {@code end}, where there is one. */
    static ReceivedHeader before(ReplyFrame frame, Bytes stream, int end) {
        int from = end;
        do {
            from--;
        } while (from > 0
                && !new ReceivedHeader(frame, stream, from)
                        .match(StreamState.OPEN)
                        .equals(new Match.Complete(end)));
        return new ReceivedHeader(frame, stream, Math.max(0, from));
    }

    /**
     * How far it has come, and where it ends.
     *
     * @param state whether more bytes can come
     */
    Match match(StreamState state) {
        Match extent = extent(state);
        return extent instanceof Match.Complete complete && size(complete.end()) < 0
                ? new Match.Wrong(from, "the header announces no length: " + stream.slice(from, complete.end()))
                : extent;
    }

    /** The same, whatever it says. */
    Match extent(StreamState state) {
        int known = from + width();
        if (stream.length() < known) {
            return more(state);
        }
        long object = frame instanceof ReplyFrame.Json json ? json.integer().decode(stream, from) : 0;
        if (frame instanceof ReplyFrame.Json && (object < 2 || object > LONGEST_OBJECT)) {
            return new Match.Wrong(from, "the JSON header's length is " + object);
        }
        int end = known + (int) object;
        return stream.length() < end ? more(state) : new Match.Complete(end);
    }

    /** How many bytes it has at least, and in most frames at most. */
    int width() {
        if (frame instanceof ReplyFrame.Sized sized) {
            return sized.prefix().width();
        }
        return frame instanceof ReplyFrame.Json json ? json.integer().width() : 0;
    }

    private Match more(StreamState state) {
        return state == StreamState.ENDED
                ? new Match.Wrong(stream.length(), "the stream ended inside the header")
                : new Match.More(0);
    }

    /** The size that it announces when it ends at {@code end}; negative where that is none. */
    long size(int end) {
        if (frame instanceof ReplyFrame.Sized sized) {
            return sized.prefix().announced(stream, from);
        }
        return member(end)
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::asLong)
                .orElse(-1L);
    }

    /** What stands for the size in the JSON object that ends at {@code end}; empty where that is no JSON. */
    Optional<JsonNode> member(int end) {
        String object = stream.slice(from + width(), end).decode(StandardCharsets.UTF_8);
        try {
            return Optional.of(JSON.readTree(object).path(((ReplyFrame.Json) frame).sizeKey()));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
