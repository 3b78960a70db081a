package io.github.sockspec.bytes;

/** Octets as a person reads them: printable ASCII, escapes for the rest, never anything a terminal would obey. */
public final class Rendering {
    private Rendering() {}

    /** At most {@code limit} octets of {@code bytes}, in quotes; what was left out is counted behind them. */
    public static String of(Bytes bytes, int limit) {
        int shown = Math.min(limit, bytes.length());
        StringBuilder text = new StringBuilder("\"");
        for (int at = 0; at < shown; at++) {
            text.append(octet(bytes.at(at)));
        }
        text.append('"');
        if (shown < bytes.length()) {
            text.append(" … ").append(bytes.length() - shown).append(" more bytes");
        }
        return text.toString();
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
