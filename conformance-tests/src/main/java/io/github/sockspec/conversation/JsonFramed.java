package io.github.sockspec.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.Framed.Part;
import io.github.sockspec.protocol.ReplyFrame;
import java.util.Optional;

/**
 * The length of a JSON object, the object, and a body of the size that the object's {@code sizeKey} names. Whatever else
 * the object holds is the program's own affair.
 *
 * @param part whether the body follows at once, or the header comes alone because an acknowledgement comes between
 */
record JsonFramed(ReplyFrame.Json frame, Bytes body, Part part) implements Reply {
    @Override
    public <T> T told(Telling<T> telling) {
        return telling.json(frame, body, part);
    }

    @Override
    public boolean saysAll() {
        return true;
    }

    @Override
    public Match match(Bytes stream, Place place, StreamState state) {
        ReceivedHeader header = new ReceivedHeader(frame, stream, place.at());
        Match extent = header.extent(state);
        if (!(extent instanceof Match.Complete complete)) {
            return extent;
        }
        Optional<JsonNode> size = header.member(complete.end());
        int object = place.at() + header.width();
        if (size.isEmpty()) {
            return new Match.Wrong(object, "the header is not JSON");
        }
        if (!size.get().isIntegralNumber() || size.get().asLong() != body.length()) {
            return new Match.Wrong(
                    object, frame.sizeKey() + " is " + size.get() + " where the body has " + body.length() + " bytes");
        }
        return part == Part.WHOLE ? Reply.exactly(body).match(stream, complete.end(), state) : extent;
    }

    @Override
    public String describe() {
        return "a JSON header with " + frame.sizeKey() + " " + body.length()
                + (part == Part.WHOLE ? ", then " + body : "");
    }

    @Override
    public Bytes canonical() {
        Bytes header = Header.announcing(frame, body.length());
        return part == Part.WHOLE ? header.plus(body) : header;
    }
}
