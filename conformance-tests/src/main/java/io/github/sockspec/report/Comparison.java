package io.github.sockspec.report;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.Rendering;
import io.github.sockspec.verdict.CaseResult;
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

    /** How far back the start of the reply is looked for; renderings in results end there. */
    private static final int RENDERED = 200;

    private final String expected;
    private final String actual;
    private final Bytes received;
    private final int wrongAt;

    private Comparison(String expected, String actual, Bytes received, int wrongAt) {
        this.expected = Harmless.line(expected, 2000);
        this.actual = actual;
        this.received = received;
        this.wrongAt = wrongAt;
    }

    /** The lines of the comparison; none where nothing was compared. */
    static List<String> of(CaseResult result) {
        return of(result.expected(), result.actual(), result.received(), result.wrongAt());
    }

    /** As {@link #of(CaseResult)}, of the same four fields of a finding. */
    static List<String> of(String expected, String actual, Bytes received, int wrongAt) {
        return expected.isEmpty() && actual.isEmpty()
                ? List.of()
                : new Comparison(expected, actual, received, wrongAt).lines();
    }

    private List<String> lines() {
        String came = Harmless.line(actual, 2000);
        int start = start();
        if (start < 0) {
            List<String> lines = new ArrayList<>(plain(expected, came));
            lines.addAll(around());
            return lines;
        }
        int column = Rendering.column(received.slice(start, wrongAt), wrongAt - start);
        int from = column <= WIDTH - BEFORE ? 0 : column - BEFORE;
        boolean alike = from == 0 || expected.startsWith(came.substring(0, Math.min(column, came.length())));
        return List.of(
                "expected  " + window(expected, alike ? from : 0),
                "actual    " + window(came, from),
                caret(from == 0 ? column : BEFORE + 1, wrongAt - start));
    }

    private List<String> plain(String expected, String actual) {
        return List.of("expected  " + window(expected, 0), "actual    " + window(actual, 0));
    }

    /** The offset in what was received at which the rendering in {@code actual} starts; -1 when it can't be told. */
    private int start() {
        if (wrongAt < 0 || wrongAt > received.length()) {
            return -1;
        }
        for (int start = Math.max(0, wrongAt - RENDERED + 1); start <= wrongAt; start++) {
            if (rendersFrom(start)) {
                return start;
            }
        }
        return -1;
    }

    /** Whether {@code actual} is the rendering of what was received from {@code start} on. */
    private boolean rendersFrom(int start) {
        int length = received.length();
        int end = Math.min(length, start + RENDERED);
        String rendering = received.slice(start, end).toString();
        return end == length ? actual.equals(rendering) : actual.startsWith(rendering + " … ");
    }

    /** The bytes around the first wrong one, where {@code actual} doesn't show them. */
    private List<String> around() {
        if (wrongAt < 0 || received.isEmpty() || wrongAt > received.length()) {
            return List.of();
        }
        int from = Math.max(0, wrongAt - 16);
        Bytes shown = received.slice(from, Math.min(received.length(), wrongAt + 24));
        return List.of(
                "received  " + Rendering.of(shown, 40) + " from byte " + from,
                caret(Rendering.column(shown, wrongAt - from), wrongAt));
    }

    private static String caret(int column, int offset) {
        return " ".repeat(10 + column) + "^ byte " + offset;
    }

    private static String window(String text, int from) {
        String shown = from == 0 ? text : "…" + text.substring(Math.min(from, text.length()));
        return shown.length() <= WIDTH ? shown : shown.substring(0, WIDTH) + "…";
    }
}
