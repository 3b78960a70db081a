package io.github.sockspec.cli;

import io.github.sockspec.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes as a command line writes them: text in UTF-8, with {@code \r \n \t \0 \xHH \\}. */
final class EscapedText {
    private static final String ALLOWED = "there are \\r \\n \\t \\0 \\xHH \\\\";

    private final String text;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private int at;

    private EscapedText(String text) {
        this.text = text;
    }

    /**
     * The bytes of {@code text}.
     *
     * @throws IllegalArgumentException at the first escape that is none; the message says which there are
     */
    static Bytes read(String text) {
        return new EscapedText(text).bytes();
    }

    private Bytes bytes() {
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (point == '\\') {
                octets.write(escaped());
            } else {
                octets.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(point);
            }
        }
        return Bytes.of(octets.toByteArray());
    }

    private int escaped() {
        char which = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        at += 2;
        return switch (which) {
            case 'r' -> '\r';
            case 'n' -> '\n';
            case 't' -> '\t';
            case '0' -> 0;
            case '\\' -> '\\';
            case 'x' -> hexadecimal();
            default -> throw new IllegalArgumentException("\\" + which + " is no escape; " + ALLOWED);
        };
    }

    private int hexadecimal() {
        String digits = text.substring(at, Math.min(text.length(), at + 2));
        if (!digits.matches("[0-9A-Fa-f]{2}")) {
            throw new IllegalArgumentException("\\x" + digits + " lacks two hexadecimal digits; " + ALLOWED);
        }
        at += 2;
        return Integer.parseInt(digits, 16);
    }
}
