package io.github.sockspec.protocol;

import io.github.sockspec.bytes.Bytes;
import java.util.Optional;

/**
 * What the values of a dialect mean, worked out once.
 *
 * @param request how a request is told from the next one; empty where no key says it
 * @param reply how a reply tells where it ends; empty where no key says it
 * @param acknowledge what the client sends between header and body
 * @param body which output of a command is sent; empty where no key says it
 * @param lifetime how many clients a server of it lives for
 */
record DialectTerms(
        Optional<RequestFraming> request,
        Optional<ReplyFrame> reply,
        Optional<Bytes> acknowledge,
        Optional<BodyRule> body,
        Lifetime lifetime) {
    /** Any bytes will do; a single one can't be cut, and what a cut of these would mean nobody could tell. */
    private static final Bytes ANY_ACKNOWLEDGEMENT = Bytes.utf8("1");

    private static final String ACKNOWLEDGE = "reply.acknowledge";

    static DialectTerms of(DialectValues values) {
        return new DialectTerms(
                values.constant(RequestEnd.class, "request.ends")
                        .map(ends -> new RequestFraming(
                                ends,
                                values.charset("request.encoding"),
                                integer(values).orElse(IntegerFormat.I32LE))),
                Optional.ofNullable(values.texts().get("reply.frame")).map(frame -> frame(frame, values)),
                Optional.ofNullable(values.texts().get(ACKNOWLEDGE)).flatMap(word -> acknowledge(word, values)),
                values.constant(BodyRule.class, "body"),
                values.constant(Lifetime.class, "lifetime").orElse(Lifetime.MANY));
    }

    private static ReplyFrame frame(String frame, DialectValues values) {
        return switch (frame) {
            case "length" ->
                new ReplyFrame.Sized(new SizePrefix.Binary(integer(values).orElseThrow(), 0));
            case "json" -> new ReplyFrame.Json(integer(values).orElseThrow(), values.text("reply.size-key"));
            case "ascii" -> new ReplyFrame.Sized(new SizePrefix.Ascii(Integer.parseInt(values.text("reply.width")), 0));
            default -> new ReplyFrame.Eof();
        };
    }

    private static Optional<Bytes> acknowledge(String word, DialectValues values) {
        return switch (word) {
            case "none" -> Optional.empty();
            case "any" -> Optional.of(ANY_ACKNOWLEDGEMENT);
            default -> Optional.of(values.octets(ACKNOWLEDGE));
        };
    }

    private static Optional<IntegerFormat> integer(DialectValues values) {
        return values.constant(IntegerFormat.class, "reply.integer");
    }
}
