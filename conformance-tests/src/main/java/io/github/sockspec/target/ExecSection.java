package io.github.sockspec.target;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.spec.BodyRule;
import io.github.sockspec.spec.Dialect;
import io.github.sockspec.spec.ExecDialect;
import io.github.sockspec.spec.IntegerFormat;
import io.github.sockspec.spec.ReplyFrame;
import io.github.sockspec.spec.RequestEnd;
import io.github.sockspec.spec.RequestFraming;
import io.github.sockspec.yaml.Node;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/** The dialect of an exec program, whose replies come in more shapes than anything else. */
final class ExecSection {
    static final List<String> KEYS = List.of("request", "reply", "body", "empty", "exit", "output", "lifetime");
    static final List<String> REPLY = List.of("frame", "integer", "size-key", "acknowledge", "width");

    /** How many digits {@code frame: ascii} has where nothing else is said. */
    private static final int WIDTH = 8;

    /** What this suite sends where a program takes any acknowledgement. */
    /** Any bytes will do; a single one can't be cut, and what a cut of these would mean nobody could tell. */
    private static final Bytes ANY_ACKNOWLEDGEMENT = Bytes.utf8("1");

    private enum Frame {
        LENGTH,
        JSON,
        ASCII,
        EOF
    }

    private ExecSection() {}

    static Dialect read(Node.Fields dialect) {
        ExecDialect reference = ExecDialect.REFERENCE;
        Optional<Node.Fields> reply = dialect.find("reply").map(section -> section.fields(REPLY));
        Frame frame = find(reply, "frame").map(node -> node.oneOf(Frame.class)).orElse(Frame.LENGTH);
        IntegerFormat integer = find(reply, "integer")
                .map(node -> node.oneOf(IntegerFormat.class))
                .orElse(IntegerFormat.I32LE);
        RequestFraming request = DialectSection.request(dialect.find("request"), integer);
        reply.ifPresent(section -> refuseMisplaced(section, frame, request.ends()));
        Charset output = dialect.find("output").map(DialectSection::encoding).orElse(reference.output());
        return new ExecDialect(
                request,
                replyFrame(frame, integer, reply),
                find(reply, "acknowledge").flatMap(node -> acknowledge(node, request.charset())),
                dialect.find("body").map(node -> node.oneOf(BodyRule.class)).orElse(reference.body()),
                dialect.find("empty")
                        .map(node -> Bytes.text(node.text(), output))
                        .orElse(reference.empty()),
                exit(dialect, request.ends()),
                output,
                DialectSection.lifetime(dialect));
    }

    private static Optional<Node> find(Optional<Node.Fields> section, String key) {
        return section.flatMap(fields -> fields.find(key));
    }

    private static ReplyFrame replyFrame(Frame frame, IntegerFormat integer, Optional<Node.Fields> reply) {
        return switch (frame) {
            case LENGTH -> new ReplyFrame.Length(integer);
            case JSON ->
                new ReplyFrame.Json(
                        integer, find(reply, "size-key").map(Node::nonEmptyText).orElse("total_size"));
            case ASCII ->
                new ReplyFrame.Ascii(
                        find(reply, "width").map(node -> node.integer(1, 18)).orElse(WIDTH));
            case EOF -> new ReplyFrame.Eof();
        };
    }

    private static void refuseMisplaced(Node.Fields reply, Frame frame, RequestEnd ends) {
        boolean hasInteger = frame == Frame.LENGTH || frame == Frame.JSON || ends == RequestEnd.LENGTH;
        refuse(reply, "integer", hasInteger, "frame length or json");
        refuse(reply, "size-key", frame == Frame.JSON, "frame json");
        refuse(reply, "width", frame == Frame.ASCII, "frame ascii");
        refuse(reply, "acknowledge", frame != Frame.EOF, "a frame with a header: length, json or ascii");
    }

    private static void refuse(Node.Fields reply, String key, boolean inPlace, String partner) {
        reply.find(key).filter(node -> !inPlace).ifPresent(node -> {
            throw node.mistake(key + " goes with " + partner);
        });
    }

    private static Optional<Bytes> acknowledge(Node node, Charset charset) {
        return switch (node.nonEmptyText()) {
            case "none" -> Optional.empty();
            case "any" -> Optional.of(ANY_ACKNOWLEDGEMENT);
            default -> Optional.of(Bytes.text(node.text(), charset));
        };
    }

    private static Optional<String> exit(Node.Fields dialect, RequestEnd ends) {
        return dialect.find("exit")
                .map(node -> exitWord(node, ends))
                .map(word -> word.equals("none") ? Optional.<String>empty() : Optional.of(word))
                .orElse(ExecDialect.REFERENCE.exit());
    }

    private static String exitWord(Node node, RequestEnd ends) {
        String word = node.nonEmptyText();
        if (ends != RequestEnd.LENGTH && !word.equals(word.strip())) {
            throw node.mistake(
                    "blanks at either end of a request are no part of it, so no request can be the exit word \"" + word
                            + "\"");
        }
        return word;
    }
}
