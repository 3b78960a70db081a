package io.github.sockspec.bytes;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** Octets as a person reads them: printable ASCII, escapes for the rest, never anything a terminal would obey. */
public final class Rendering {
    /** Longer than any rendering that is read back. */
    private static final int LONGEST = 1000;

    private Rendering() {}

    /** At most {@code limit} octets of {@code bytes}, in quotes; what was left out is counted behind them. */
    public static String of(Bytes bytes, int limit) {
        return of(bytes, limit, bytes.length());
    }

    /** The same of {@code length} octets, of which {@code bytes} are the first. */
    public static String of(Bytes bytes, int limit, int length) {
        int shown = Math.min(limit, bytes.length());
        StringBuilder text = new StringBuilder("\"");
        for (int at = 0; at < shown; at++) {
            text.append(octet(bytes.at(at)));
        }
        text.append('"');
        if (shown < length) {
            text.append(" … ").append(length - shown).append(" more bytes");
        }
        return text.toString();
    }

    /**
     * Octets as a rendering shows them.
     *
     * @param bytes those that are shown
     * @param length how many there were
     */
    public record Shown(Bytes bytes, int length) {}

    /** What {@code text} shows, read back; empty when {@link #of} did not write it. */
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
        for (int at = 1; at < close; at += octet(octetAt(text, at) & 0xff).length()) {
            octets.write(octetAt(text, at));
        }
        Bytes bytes = Bytes.of(octets.toByteArray());
        int length = bytes.length() + (more.isEmpty() ? 0 : Integer.parseInt(more));
        return Optional.of(new Shown(bytes, length))
                .filter(shown -> of(bytes, bytes.length(), length).equals(text));
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

    /** One octet, as it stands inside the quotes: 1, 2 or 4 characters. */
    public static String octet(int octet) {
        return switch (octet) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> octet >= 0x20 && octet < 0x7f ? String.valueOf((char) octet) : String.format("\\x%02x", octet);
        };
    }

    /** The column, counted from the opening quote, at which octet {@code index} of {@code bytes} stands. */
    public static int column(Bytes bytes, int index) {
        int column = 1;
        for (int at = 0; at < Math.min(index, bytes.length()); at++) {
            column += octet(bytes.at(at)).length();
        }
        return column;
    }
}
