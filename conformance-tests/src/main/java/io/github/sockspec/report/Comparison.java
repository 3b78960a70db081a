package io.github.sockspec.report;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.verdict.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * What was expected beside what came, one above the other, with a caret under the first wrong byte. Both are the same up
 * to that byte, so when it lies far to the right both are shown from the same place.
 */
final class Comparison {
    private static final int WIDTH = 88;

    /** How much is shown of what both have in common. */
    private static final int BEFORE = 24;

    private static final int MOST_CHARACTERS = 2000;

    private final String expected;
    private final String actual;
    private final Side came;

    private Comparison(Compared compared) {
        expected = SafeText.line(compared.expected(), MOST_CHARACTERS);
        actual = SafeText.line(compared.actual(), MOST_CHARACTERS);
        came = compared.came();
    }

    /** The lines of the comparison; none where nothing was compared. */
    static List<String> of(Compared compared) {
        return compared.any() ? new Comparison(compared).lines() : List.of();
    }

    private List<String> lines() {
        int wrong = came.wrongAt() - came.from();
        if (!(came instanceof Side.Octets octets) || !shows(octets, wrong)) {
            List<String> lines =
                    new ArrayList<>(List.of("expected  " + window(expected, 0), "actual    " + window(actual, 0)));
            lines.addAll(around());
            return lines;
        }
        int column = octets.kept().renderedColumn(wrong);
        int from = column <= WIDTH - BEFORE ? 0 : column - BEFORE;
        boolean alike = from == 0 || expected.startsWith(actual.substring(0, Math.min(column, actual.length())));
        return List.of(
                "expected  " + window(expected, alike ? from : 0),
                "actual    " + window(actual, from),
                caret(from == 0 ? column : BEFORE + 1, wrong));
    }

    /** Whether the octet at {@code wrong} is one of those that its text has, or the next. */
    private static boolean shows(Side.Octets octets, int wrong) {
        return wrong >= 0
                && wrong < Side.Octets.SHOWN
                && octets.wrongAt() <= octets.stream().length();
    }

    /** The bytes around the first wrong one, where the text doesn't show them. */
    private List<String> around() {
        Bytes received = came.stream();
        int wrongAt = came.wrongAt();
        if (wrongAt < 0 || received.isEmpty() || wrongAt > received.length()) {
            return List.of();
        }
        int from = Math.max(0, wrongAt - 16);
        Bytes shown = received.slice(from, Math.min(received.length(), wrongAt + 24));
        return List.of(
                "received  " + shown.rendered(40) + " from byte " + from,
                caret(shown.renderedColumn(wrongAt - from), wrongAt));
    }

    private static String caret(int column, int offset) {
        return " ".repeat(10 + column) + "^ byte " + offset;
    }

    private static String window(String text, int from) {
        String shown = from == 0 ? text : "…" + text.substring(Math.min(from, text.length()));
        return shown.length() <= WIDTH ? shown : shown.substring(0, WIDTH) + "…";
    }
}
