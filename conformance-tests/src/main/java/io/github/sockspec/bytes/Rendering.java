package io.github.sockspec.bytes;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Reads octets back from the way in which {@link Bytes#rendered} shows them. */
public final class Rendering {
    /** Longer than any rendering that is read back. */
    private static final int LONGEST = 1000;

    private Rendering() {}

    /**
     * Octets as a rendering shows them.
     *
     * @param bytes those that are shown
     * @param length how many there were
     */
    public record Shown(Bytes bytes, int length) {}

    /** What {@code text} shows, read back; empty when {@link Bytes#rendered} did not write it. */
    public static Optional<Shown> read(String text) {
        int close = text.lastIndexOf('"');
        String more = text.substring(close + 1).replace(" … ", "").replace(" more bytes", "");
        if (close < 1
                || text.length() > LONGEST
                || more.length() > 9
                || !more.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        for (int at = 1;
                at < close;
                at += Bytes.renderedOctet(octetAt(text, at) & 0xff).length()) {
            octets.write(octetAt(text, at));
        }
        Bytes bytes = Bytes.of(octets.toByteArray());
        int length = bytes.length() + (more.isEmpty() ? 0 : Integer.parseInt(more));
        return Optional.of(new Shown(bytes, length))
                .filter(shown -> bytes.rendered(bytes.length(), length).equals(text));
    }

    private static int octetAt(String text, int at) {
        if (text.charAt(at) != '\\') {
            return text.charAt(at);
        }
        return switch (text.charAt(at + 1)) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'x' -> 16 * digit(text, at + 2) + digit(text, at + 3);
            default -> text.charAt(at + 1);
        };
    }

    private static int digit(String text, int at) {
        return at < text.length() ? Character.digit(text.charAt(at), 16) : 0;
    }
}
