package io.github.sockspec.report.web;

import io.github.sockspec.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes read back from their rendering in a result, as {@link Bytes#toString()} writes it.
 *
 * @param bytes those that the rendering shows
 * @param length how many there were in all
 */
record Rendered(Bytes bytes, int length) {
    private static final Pattern WHOLE =
            Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(?: … (\\d{1,9}) more bytes)?", Pattern.DOTALL);

    private static final Pattern OCTET = Pattern.compile("\\\\x([0-9a-f]{2})|\\\\(.)|([\\x20-\\x7e])");

    /** Longer than any rendering; what is longer is not one. */
    private static final int LONGEST = 1000;

    /** The bytes that {@code text} renders; empty when it is words, or several renderings. */
    static Optional<Rendered> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            return Optional.empty();
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        Matcher octet = OCTET.matcher(whole.group(1));
        int at = 0;
        while (octet.find() && octet.start() == at) {
            octets.write(value(octet));
            at = octet.end();
        }
        if (at != whole.group(1).length()) {
            return Optional.empty();
        }
        Bytes bytes = Bytes.of(octets.toByteArray());
        int more = whole.group(2) == null ? 0 : Integer.parseInt(whole.group(2));
        return Optional.of(new Rendered(bytes, bytes.length() + more));
    }

    private static int value(Matcher octet) {
        if (octet.group(1) != null) {
            return Integer.parseInt(octet.group(1), 16);
        }
        if (octet.group(3) != null) {
            return octet.group(3).charAt(0);
        }
        return switch (octet.group(2)) {
            case "n" -> '\n';
            case "r" -> '\r';
            case "t" -> '\t';
            default -> octet.group(2).charAt(0);
        };
    }
}
