package io.github.sockspec.protocol;

import io.github.sockspec.bytes.Bytes;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a text request is told from the next one.
 *
 * @param ends what ends a request
 * @param charset the encoding of its text
 * @param integer the integer in front of it, where {@code ends} is {@link RequestEnd#LENGTH}
 */
public record RequestFraming(RequestEnd ends, Charset charset, IntegerFormat integer) {
    /** The reference dialect: UTF-8 lines. */
    public static final RequestFraming LINES =
            new RequestFraming(RequestEnd.NEWLINE, StandardCharsets.UTF_8, IntegerFormat.I32LE);

    private static final Bytes NEWLINE = Bytes.utf8("\n");

    /** The bytes that travel for the request {@code text}. */
    public Bytes frame(Bytes text) {
        return switch (ends) {
            case NEWLINE -> text.plus(NEWLINE);
            case NOTHING -> text;
            case LENGTH -> integer.encode(text.length()).plus(text);
        };
    }

    /** Where the framing's own structure lies inside such a message: the end of its header, if it has one. */
    public int header() {
        return ends == RequestEnd.LENGTH ? integer.width() : 0;
    }
}
