package io.github.sockspec.protocol;

/** How a reply tells where it ends. */
public sealed interface ReplyFrame {
    /** A length, then that many bytes. The reference dialect, with {@link IntegerFormat#I32LE}. */
    record Length(IntegerFormat integer) implements ReplyFrame {}

    /** The length of a JSON object, the object, then as many bytes as its {@code sizeKey} says. */
    record Json(IntegerFormat integer, String sizeKey) implements ReplyFrame {}

    /** The length as decimal digits, zero-padded to {@code width}, then that many bytes. */
    record Ascii(int width) implements ReplyFrame {}

    /** The bytes; the server closes the connection behind them. */
    record Eof() implements ReplyFrame {}
}
