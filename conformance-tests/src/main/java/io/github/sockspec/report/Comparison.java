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

    private final CaseResult result;

    private Comparison(CaseResult result) {
        this.result = result;
    }

    /** The lines of the comparison; none where nothing was compared. */
    static List<String> of(CaseResult result) {
        return result.expected().isEmpty() && result.actual().isEmpty() ? List.of() : new Comparison(result).lines();
    }

    private List<String> lines() {
        String expected = Harmless.line(result.expected(), 2000);
        String actual = Harmless.line(result.actual(), 2000);
        int start = start();
        if (start < 0) {
            List<String> lines = new ArrayList<>(plain(expected, actual));
            lines.addAll(around());
            return lines;
        }
        int column = Rendering.column(result.received().slice(start, result.wrongAt()), result.wrongAt() - start);
        int from = column <= WIDTH - BEFORE ? 0 : column - BEFORE;
        boolean alike = from == 0 || expected.startsWith(actual.substring(0, Math.min(column, actual.length())));
        return List.of(
                "expected  " + window(expected, alike ? from : 0),
                "actual    " + window(actual, from),
                caret(from == 0 ? column : BEFORE + 1, result.wrongAt() - start));
    }

    private List<String> plain(String expected, String actual) {
        return List.of("expected  " + window(expected, 0), "actual    " + window(actual, 0));
    }

    /** The offset in what was received at which the rendering in {@code actual} starts; -1 when it can't be told. */
    private int start() {
        int wrong = result.wrongAt();
        if (wrong < 0 || wrong > result.received().length()) {
            return -1;
        }
        for (int start = Math.max(0, wrong - RENDERED + 1); start <= wrong; start++) {
            if (rendersFrom(start)) {
                return start;
            }
        }
        return -1;
    }

    /** Whether {@code actual} is the rendering of what was received from {@code start} on. */
    private boolean rendersFrom(int start) {
        int length = result.received().length();
        int end = Math.min(length, start + RENDERED);
        String rendering = result.received().slice(start, end).toString();
        return end == length
                ? result.actual().equals(rendering)
                : result.actual().startsWith(rendering + " … ");
    }

    /** The bytes around the first wrong one, where {@code actual} doesn't show them. */
    private List<String> around() {
        Bytes received = result.received();
        int wrong = result.wrongAt();
        if (wrong < 0 || received.isEmpty() || wrong > received.length()) {
            return List.of();
        }
        int from = Math.max(0, wrong - 16);
        Bytes shown = received.slice(from, Math.min(received.length(), wrong + 24));
        return List.of(
                "received  " + Rendering.of(shown, 40) + " from byte " + from,
                caret(Rendering.column(shown, wrong - from), wrong));
    }

    private static String caret(int column, int offset) {
        return " ".repeat(10 + column) + "^ byte " + offset;
    }

    private static String window(String text, int from) {
        String shown = from == 0 ? text : "…" + text.substring(Math.min(from, text.length()));
        return shown.length() <= WIDTH ? shown : shown.substring(0, WIDTH) + "…";
    }
}
