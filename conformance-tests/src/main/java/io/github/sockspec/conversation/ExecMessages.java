package io.github.sockspec.conversation;

import static java.util.Objects.requireNonNull;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.ReplyFrame;
import io.github.sockspec.protocol.RequestEnd;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exec: commands and their framed output. */
record ExecMessages(Dialect dialect) implements ConversationEncoder {
    @Override
    public List<Conversation.Turn> say(Script.Turn turn) {
        if (turn.raw() != null) {
            Reply reply = turn.answer() == Script.Answer.CLOSED ? Reply.closed() : Reply.nothing();
            return List.of(Conversation.Turn.of(ConversationEncoder.raw(turn.raw()), reply));
        }
        if (Boolean.TRUE.equals(turn.exit())) {
            String word = dialect.exit().orElseThrow(() -> new NotInDialect("there is no exit word in this dialect"));
            return List.of(message(dialect.encoded(word), Reply.closed()));
        }
        if (turn.request() != null) {
            return List.of(message(turn.request().in(dialect.request().charset()), Reply.nothing()));
        }
        Bytes command = dialect.encoded(requireNonNull(turn.command(), "an exec turn has a command"));
        if (turn.answer() == Script.Answer.NONE) {
            return List.of(message(command, Reply.nothing()));
        }
        Bytes body = dialect.bodyOf(octets(turn.stdout()), octets(turn.stderr()));
        return turn.answer() == Script.Answer.FRAMED ? framed(command, body) : exchange(command, body);
    }

    /** A command whose reply must come whole, with another body than this perhaps, but not with none in its stead. */
    private List<Conversation.Turn> framed(Bytes command, Bytes body) {
        lengthOf(body);
        ReplyFrame frame = dialect.reply();
        int least = Math.min(1, body.length());
        return dialect.acknowledge()
                .map(word -> List.of(
                        message(command, new Framed(frame, Framed.Part.HEADER, least)),
                        Conversation.Turn.of(word, new Framed(frame, Framed.Part.BODY, least))))
                .orElseGet(() -> List.of(message(command, new Framed(frame, Framed.Part.WHOLE, least))));
    }

    /** A command and its reply, with the acknowledgement between header and body where the dialect has one. */
    private List<Conversation.Turn> exchange(Bytes command, Bytes body) {
        return dialect.acknowledge()
                .map(acknowledge ->
                        List.of(message(command, header(body)), Conversation.Turn.of(acknowledge, Reply.exactly(body))))
                .orElseGet(() -> List.of(message(command, reply(body))));
    }

    private Conversation.Turn message(Bytes text, Reply reply) {
        if (dialect.request().frame(text).isEmpty()) {
            throw new NotInDialect("an empty request can't be sent where nothing ends a request");
        }
        if (dialect.request().ends() == RequestEnd.LENGTH
                && text.length() > dialect.request().integer().largest()) {
            throw new NotInDialect("a request of " + text.length() + " bytes can't be announced in "
                    + dialect.request().integer().word());
        }
        int header = dialect.request().header();
        return new Conversation.Turn(
                dialect.request().frame(text), Marks.seams(header == 0 ? List.of() : List.of(header)), reply);
    }

    private Reply reply(Bytes body) {
        if (dialect.reply() instanceof ReplyFrame.Json json) {
            return new JsonFramed(json, body, Framed.Part.WHOLE);
        }
        return dialect.reply() instanceof ReplyFrame.Eof
                ? Reply.inOrder(List.of(Reply.exactly(body), Reply.closed()))
                : Reply.exactly(lengthOf(body).plus(body));
    }

    private Reply header(Bytes body) {
        return dialect.reply() instanceof ReplyFrame.Json json
                ? new JsonFramed(json, body, Framed.Part.HEADER)
                : Reply.exactly(lengthOf(body));
    }

    private Bytes lengthOf(Bytes body) {
        if (dialect.reply() instanceof ReplyFrame.Length length) {
            if (body.length() > length.integer().largest()) {
                throw new NotInDialect("a length of " + body.length() + " can't be written in "
                        + length.integer().word());
            }
            return length.integer().encode(body.length());
        }
        if (dialect.reply() instanceof ReplyFrame.Ascii ascii) {
            String digits = String.valueOf(body.length());
            if (digits.length() > ascii.width()) {
                throw new NotInDialect(
                        "a length of " + digits + " can't be written in " + ascii.width() + " decimal digits");
            }
            return Bytes.utf8("0".repeat(Math.max(0, ascii.width() - digits.length())) + digits);
        }
        return Bytes.EMPTY;
    }

    @Override
    public List<Conversation.Turn> close(Script script) {
        if (dialect.reply() instanceof ReplyFrame.Eof && script.turns().size() > 1) {
            throw new NotInDialect("a connection carries one reply in this dialect");
        }
        return List.of();
    }

    private static Bytes octets(@Nullable Octets written) {
        return written == null ? Bytes.EMPTY : written.in(StandardCharsets.UTF_8);
    }
}
