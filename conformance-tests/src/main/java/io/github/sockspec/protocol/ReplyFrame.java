package io.github.sockspec.protocol;

/** How a reply tells where it ends. */
public sealed interface ReplyFrame {
    /** A length, then that many bytes. */
    record Sized(SizePrefix prefix) implements ReplyFrame {}

    /** The length of a JSON object, the object, then as many bytes as its {@code sizeKey} says. */
    record Json(IntegerFormat integer, String sizeKey) implements ReplyFrame {}

    /** The bytes; the server closes the connection behind them. */
    record Eof() implements ReplyFrame {}
}
