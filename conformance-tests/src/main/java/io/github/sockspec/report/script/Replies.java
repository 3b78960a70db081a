package io.github.sockspec.report.script;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Framed;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.protocol.IntegerFormat;
import io.github.sockspec.protocol.ReplyFrame;
import io.github.sockspec.protocol.SizePrefix;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Replies as tuples that the scripts match by. */
final class Replies implements Reply.Telling<String> {
    private static final Replies IN_PYTHON = new Replies();

    private Replies() {}

    static String of(Reply reply) {
        return reply.told(IN_PYTHON);
    }

    /** A conversation as a list of messages, each with its reply. */
    static String of(Conversation conversation) {
        return Literal.list(
                conversation.turns(), turn -> "\n    " + Literal.tuple(Literal.of(turn.says()), of(turn.hears())));
    }

    @Override
    public String exactly(Bytes bytes) {
        return Literal.tuple("\"exactly\"", Literal.of(bytes));
    }

    @Override
    public String oneOf(List<String> choices) {
        return Literal.tuple("\"one of\"", Literal.list(choices, choice -> choice));
    }

    @Override
    public String any(int count, Optional<String> keep) {
        return Literal.tuple(
                "\"any\"", String.valueOf(count), keep.map(Literal::of).orElse("None"));
    }

    @Override
    public String kept(String name, int length) {
        return Literal.tuple("\"kept\"", Literal.of(name), String.valueOf(length));
    }

    @Override
    public String until(Bytes terminator, Optional<Pattern> text) {
        return Literal.tuple(
                "\"until\"",
                Literal.of(terminator),
                text.map(pattern -> Literal.of(pattern.pattern())).orElse("None"));
    }

    @Override
    public String masked(Bytes bytes, Bytes mask) {
        return Literal.tuple("\"masked\"", Literal.of(bytes), Literal.of(mask));
    }

    @Override
    public String sized(SizePrefix prefix, String body) {
        return Literal.tuple("\"sized\"", size(prefix), String.valueOf(prefix.plus()), body);
    }

    /** The format of an integer, or a number of digits. */
    private static String size(SizePrefix prefix) {
        return prefix instanceof SizePrefix.Binary binary
                ? Literal.of(struct(binary.integer()))
                : String.valueOf(prefix.width());
    }

    @Override
    public String inOrder(List<String> parts) {
        return Literal.tuple("\"in order\"", Literal.list(parts, part -> part));
    }

    @Override
    public String closed() {
        return Literal.tuple("\"closed\"");
    }

    @Override
    public String json(Reply.Json json) {
        return Literal.tuple(
                "\"json\"",
                Literal.of(struct(json.frame().integer())),
                Literal.of(json.frame().sizeKey()),
                Literal.of(json.body()),
                json.follows().isPresent() ? Literal.TRUE : Literal.FALSE);
    }

    @Override
    public String framed(Framed framed) {
        return Literal.tuple(
                "\"framed\"",
                frame(framed.frame()),
                Literal.of(framed.part().name().toLowerCase(Locale.ROOT)),
                String.valueOf(framed.least()));
    }

    private static String frame(ReplyFrame frame) {
        if (frame instanceof ReplyFrame.Length length) {
            return Literal.tuple("\"length\"", Literal.of(struct(length.integer())));
        }
        if (frame instanceof ReplyFrame.Json json) {
            return Literal.tuple("\"json\"", Literal.of(struct(json.integer())), Literal.of(json.sizeKey()));
        }
        return frame instanceof ReplyFrame.Ascii ascii
                ? Literal.tuple("\"ascii\"", String.valueOf(ascii.width()))
                : Literal.tuple("\"eof\"");
    }

    private static String struct(IntegerFormat integer) {
        return switch (integer) {
            case U8 -> "B";
            case I32LE -> "<i";
            case I32BE -> ">i";
            case U32LE -> "<I";
            case U32BE -> ">I";
            case U16LE -> "<H";
            case U16BE -> ">H";
            case I64LE -> "<q";
            case I64BE -> ">q";
        };
    }

    @Override
    public String chunks(Bytes content) {
        return Literal.tuple("\"chunks\"", Literal.of(content));
    }

    @Override
    public String nothing() {
        return Literal.tuple("\"nothing\"");
    }
}
