package io.github.sockspec.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.Framed.Part;
import io.github.sockspec.protocol.ReplyFrame;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The length of a JSON object, the object, and a body of the size that the object's {@code sizeKey} names. Whatever else
 * the object holds is the program's own affair.
 *
 * @param part whether the body follows at once, or the header comes alone because an acknowledgement comes between
 */
record JsonFramed(ReplyFrame.Json frame, Bytes body, Part part) implements Reply {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_OBJECT = 65_536;

    @Override
    public <T> T told(Telling<T> telling) {
        return telling.json(new Json(frame, body, part == Part.WHOLE ? Optional.of(body) : Optional.empty()));
    }

    @Override
    public boolean saysAll() {
        return true;
    }

    @Override
    public Match match(Bytes stream, Place place, StreamState state) {
        int from = place.at();
        int width = frame.integer().width();
        if (stream.length() - from < width) {
            return more(stream, state, "inside the length of the JSON header");
        }
        long length = frame.integer().decode(stream, from);
        if (length < 2 || length > LONGEST_OBJECT) {
            return new Match.Wrong(from, "the JSON header's length is " + length);
        }
        int start = from + width + (int) length;
        if (stream.length() < start) {
            return more(stream, state, "inside the JSON header");
        }
        Match header = matchObject(stream, from + width, start);
        return header instanceof Match.Complete && part == Part.WHOLE
                ? Reply.exactly(body).match(stream, start, state)
                : header;
    }

    private Match matchObject(Bytes stream, int start, int end) {
        try {
            JsonNode size = JSON.readTree(stream.slice(start, end).decode(StandardCharsets.UTF_8))
                    .path(frame.sizeKey());
            return size.isIntegralNumber() && size.asLong() == body.length()
                    ? new Match.Complete(end)
                    : new Match.Wrong(
                            start, frame.sizeKey() + " is " + size + " where the body has " + body.length() + " bytes");
        } catch (JsonProcessingException notJson) {
            return new Match.Wrong(start, "the header is not JSON");
        }
    }

    private static Match more(Bytes stream, StreamState state, String where) {
        return state == StreamState.ENDED
                ? new Match.Wrong(stream.length(), "the stream ended " + where)
                : new Match.More(0);
    }

    @Override
    public String describe() {
        return "a JSON header with " + frame.sizeKey() + " " + body.length()
                + (part == Part.WHOLE ? ", then " + body : "");
    }

    @Override
    public Bytes canonical() {
        Bytes object = Bytes.utf8("{\"" + frame.sizeKey() + "\": " + body.length() + "}");
        Bytes header = frame.integer().encode(object.length()).plus(object);
        return part == Part.WHOLE ? header.plus(body) : header;
    }
}
