package io.github.sockspec.target;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.spec.Dialect;
import io.github.sockspec.spec.DigestDialect;
import io.github.sockspec.spec.HelloDialect;
import io.github.sockspec.spec.IntegerFormat;
import io.github.sockspec.spec.Lifetime;
import io.github.sockspec.spec.LoginDialect;
import io.github.sockspec.spec.Protocol;
import io.github.sockspec.spec.RequestEnd;
import io.github.sockspec.spec.RequestFraming;
import io.github.sockspec.yaml.Node;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of a manifest that says where the program differs from the reference dialect. */
final class DialectSection {
    static final List<String> LOGIN =
            List.of("request", "separator", "success", "fail", "attempts", "closes", "lifetime");
    static final List<String> HELLO = List.of("request", "reply", "lifetime", "answers");
    static final List<String> REQUEST = List.of("ends", "encoding");

    private static final Map<String, Charset> ENCODINGS =
            Map.of("utf-8", StandardCharsets.UTF_8, "gbk", Charset.forName("GBK"));

    private DialectSection() {}

    static Dialect read(Node node, Protocol protocol) {
        return switch (protocol.word()) {
            case "login" -> login(fields(node, protocol, LOGIN));
            case "exec" -> ExecSection.read(fields(node, protocol, ExecSection.KEYS));
            case "hello" -> hello(fields(node, protocol, HELLO));
            default -> digest(node);
        };
    }

    private static Node.Fields fields(Node node, Protocol protocol, List<String> allowed) {
        for (Map.Entry<String, Node> field : node.fields().values().entrySet()) {
            for (Protocol other : Protocol.all()) {
                if (!allowed.contains(field.getKey()) && keys(other).contains(field.getKey())) {
                    throw field.getValue()
                            .mistake("\"" + field.getKey() + "\" belongs to the dialect of " + other.word()
                                    + ", not of " + protocol.word() + "; allowed: " + String.join(", ", allowed));
                }
            }
        }
        return node.fields(allowed);
    }

    private static List<String> keys(Protocol protocol) {
        return switch (protocol.word()) {
            case "login" -> LOGIN;
            case "exec" -> ExecSection.KEYS;
            case "hello" -> HELLO;
            default -> List.of();
        };
    }

    private static Dialect login(Node.Fields dialect) {
        LoginDialect reference = LoginDialect.REFERENCE;
        RequestFraming request = request(dialect.find("request"), IntegerFormat.I32LE);
        Bytes success = bytes(dialect.find("success"), request.charset()).orElse(reference.success());
        Bytes fail = bytes(dialect.find("fail"), request.charset()).orElse(reference.fail());
        if (success.hasAt(0, fail)) {
            throw dialect.find("success")
                    .or(() -> dialect.find("fail"))
                    .orElse(dialect)
                    .mistake(
                            "neither reply may be a prefix of the other, for then nobody could tell where it ends: success "
                                    + success + ", fail " + fail);
        }
        return new LoginDialect(
                request,
                dialect.find("separator")
                        .map(node -> separator(node, request.ends()))
                        .orElse(reference.separator()),
                success,
                fail,
                dialect.find("attempts")
                        .map(node -> node.oneOf(LoginDialect.Attempts.class))
                        .orElse(reference.attempts()),
                dialect.find("closes")
                        .map(node -> node.oneOf(LoginDialect.Closer.class))
                        .orElse(reference.closes()),
                lifetime(dialect));
    }

    private static String separator(Node node, RequestEnd ends) {
        String separator = node.nonEmptyText();
        if (ends == RequestEnd.NEWLINE && separator.contains("\n")) {
            throw node.mistake("a line feed can't be the separator where it ends the request");
        }
        return separator;
    }

    private static Dialect hello(Node.Fields dialect) {
        HelloDialect reference = HelloDialect.REFERENCE;
        return new HelloDialect(
                bytes(dialect.find("request"), StandardCharsets.UTF_8).orElse(reference.request()),
                bytes(dialect.find("reply"), StandardCharsets.UTF_8).orElse(reference.reply()),
                lifetime(dialect),
                dialect.find("answers")
                        .map(node -> node.oneOf(HelloDialect.Answers.class))
                        .orElse(reference.answers()));
    }

    /** How many clients a server lives for. */
    static Lifetime lifetime(Node.Fields dialect) {
        return dialect.find("lifetime").map(node -> node.oneOf(Lifetime.class)).orElse(Lifetime.MANY);
    }

    private static Dialect digest(Node node) {
        if (!node.fields().values().isEmpty()) {
            throw node.mistake("digest has one dialect: leave this section out");
        }
        return DigestDialect.REFERENCE;
    }

    /** What ends a request of login or exec; {@code integer} stands before it where that is its length. */
    static RequestFraming request(Optional<Node> node, IntegerFormat integer) {
        Optional<Node.Fields> request = node.map(section -> section.fields(REQUEST));
        RequestEnd ends = request.flatMap(section -> section.find("ends"))
                .map(word -> word.oneOf(RequestEnd.class))
                .orElse(RequestFraming.LINES.ends());
        Charset charset = request.flatMap(section -> section.find("encoding"))
                .map(DialectSection::encoding)
                .orElse(RequestFraming.LINES.charset());
        return new RequestFraming(ends, charset, integer);
    }

    static Charset encoding(Node node) {
        String word = node.oneOf(List.of("utf-8", "gbk"), name -> name);
        return Optional.ofNullable(ENCODINGS.get(word)).orElseThrow();
    }

    private static Optional<Bytes> bytes(Optional<Node> node, Charset charset) {
        return node.map(Node::text).map(text -> Bytes.text(text, charset));
    }
}
