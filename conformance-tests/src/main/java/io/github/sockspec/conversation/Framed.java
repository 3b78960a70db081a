package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.protocol.ReplyFrame;

/**
 * An exec reply that is framed as its dialect has it, with whatever body.
 *
 * @param frame how its header is written; without one it ends with the stream
 * @param part what of it comes here
 * @param least how many bytes its body has at least
 */
public record Framed(ReplyFrame frame, Part part, int least) implements Reply {
    /** What of a reply comes before the other side speaks again. */
    public enum Part {
        WHOLE,
        /** The header alone: an acknowledgement comes behind it. */
        HEADER,
        /** The body alone, as long as the header in front of it says. */
        BODY
    }

    @Override
    public <T> T told(Telling<T> telling) {
        return telling.framed(this);
    }

    @Override
    public boolean saysAll() {
        return true;
    }

    @Override
    public Match match(Bytes stream, Place place, StreamState state) {
        int from = place.at();
        if (frame instanceof ReplyFrame.Eof) {
            return state == StreamState.ENDED
                    ? enough(from, stream.length() - from, new Match.Complete(stream.length()))
                    : new Match.More(0);
        }
        ReceivedHeader header = part == Part.BODY
                ? ReceivedHeader.before(frame, stream, from)
                : new ReceivedHeader(frame, stream, from);
        Match match = header.match(state);
        if (!(match instanceof Match.Complete complete)) {
            return match;
        }
        long size = header.size(complete.end());
        Match whole = part == Part.HEADER ? complete : body(stream, complete.end(), size, state);
        return enough(from, size, whole);
    }

    private static Match body(Bytes stream, int start, long size, StreamState state) {
        if (size <= stream.length() - start) {
            return new Match.Complete(start + (int) size);
        }
        if (state == StreamState.ENDED) {
            return new Match.Wrong(stream.length(), "the stream ended inside the body");
        }
        return new Match.More(size <= Integer.MAX_VALUE - start ? start + (int) size : 0);
    }

    private Match enough(int from, long size, Match otherwise) {
        return size >= least
                ? otherwise
                : new Match.Wrong(from, "the body has " + size + " bytes where something was printed");
    }

    @Override
    public String describe() {
        return switch (part) {
            case WHOLE -> "a whole reply, whatever its body";
            case HEADER -> "a header, whatever size it announces";
            case BODY -> "as many bytes as the header announced";
        };
    }

    @Override
    public Bytes canonical() {
        Bytes body = Bytes.repeat(Bytes.utf8("x"), least);
        Bytes header = ExecHeader.of(frame, body);
        return switch (part) {
            case WHOLE -> header.plus(body);
            case HEADER -> header;
            case BODY -> body;
        };
    }
}
