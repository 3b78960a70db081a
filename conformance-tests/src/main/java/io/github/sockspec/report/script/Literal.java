package io.github.sockspec.report.script;

import io.github.sockspec.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.Deflater;

/** Values as Python writes them. Whatever they hold, they are data and nothing but data. */
final class Literal {
    static final String TRUE = "True";
    static final String FALSE = "False";

    /** Longer bytes are packed. */
    private static final int MOST_PLAIN = 4_096;

    private Literal() {}

    /** A bytes literal, or where it is long, a call that unpacks one. */
    static String of(Bytes bytes) {
        return bytes.length() <= MOST_PLAIN ? plain(bytes) : "unpacked(\"" + packed(bytes) + "\")";
    }

    private static String plain(Bytes bytes) {
        StringBuilder literal = new StringBuilder("b\"");
        for (int index = 0; index < bytes.length(); index++) {
            literal.append(Bytes.renderedOctet(bytes.at(index)));
        }
        return literal.append('"').toString();
    }

    private static String packed(Bytes bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes.toArray());
            deflater.finish();
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 14];
            while (!deflater.finished()) {
                packed.write(buffer, 0, deflater.deflate(buffer));
            }
            return Base64.getEncoder().encodeToString(packed.toByteArray());
        } finally {
            deflater.end();
        }
    }

    /** A string literal in ASCII. */
    static String of(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints()
                .forEach(point -> literal.append(
                        point < 0x80
                                ? Bytes.renderedOctet(point)
                                : String.format(Locale.ROOT, point < 0x10000 ? "\\u%04x" : "\\U%08x", point)));
        return literal.append('"').toString();
    }

    /** A list of what {@code element} makes of each. */
    static <T> String list(Collection<T> values, Function<T, String> element) {
        return values.stream()
                .map(element)
                .collect(Collectors.joining(", ", "[", "]"))
                .replace(", \n", ",\n");
    }

    static String tuple(String... parts) {
        return "(" + String.join(", ", List.of(parts)) + (parts.length == 1 ? ",)" : ")");
    }
}
