package io.github.sockspec.report;

import java.util.List;
import java.util.Locale;

/**
 * Text that came from, or passed through, the program under test, made fit for a terminal: whatever a terminal would
 * obey or a reader would not see (control characters, escapes, direction marks, zero widths) becomes a visible escape.
 */
public final class SafeText {
    private SafeText() {}

    /** As one line: a line feed or a tab, too, is shown as an escape. */
    public static String line(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> safe.append(visible(point) ? Character.toString(point) : escape(point)));
        return safe.toString();
    }

    /** As one line of at most {@code limit} characters; what was left out is shown as an ellipsis. */
    public static String line(String text, int limit) {
        // Cut first: escaping a hostile megabyte only to drop it would be its own denial of service.
        String cut = text.length() > limit ? text.substring(0, limit) : text;
        String safe = line(cut);
        return safe.length() > limit || cut.length() < text.length()
                ? safe.substring(0, Math.min(limit, safe.length())) + "…"
                : safe;
    }

    /** The last {@code limit} lines, each made harmless; blank lines at the end are dropped. */
    public static List<String> lastLines(String text, int limit) {
        List<String> lines = text.stripTrailing().lines().toList();
        return lines.subList(Math.max(0, lines.size() - limit), lines.size()).stream()
                .map(line -> line(line.replace("\t", "    "), 200))
                .toList();
    }

    private static boolean visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String escape(int point) {
        return switch (point) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, point < 0x100 ? "\\x%02x" : "\\u{%04x}", point);
        };
    }
}
