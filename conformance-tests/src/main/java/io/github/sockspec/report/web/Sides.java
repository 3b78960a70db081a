package io.github.sockspec.report.web;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.Rendering;
import io.github.sockspec.report.RecordedCase;
import java.util.List;
import java.util.Optional;

/**
 * What was expected beside what came: in words, and where both are bytes, octet under octet from the place where the reply
 * begins.
 *
 * @param expected in words or as text
 * @param actual in words or as text
 * @param difference the first difference in a sentence; empty where no byte is to blame
 * @param panes the bytes; none where nothing came and nothing was expected as bytes
 */
record Sides(String expected, String actual, String difference, List<HexPane> panes) {
    /** How much of either is shown as text. */
    private static final int MOST_TEXT = 600;

    /** None where nothing was compared. */
    static List<Sides> of(RecordedCase each) {
        if (each.expected().isEmpty() && each.actual().isEmpty()) {
            return List.of();
        }
        Bytes received = Bytes.hex(each.received());
        Optional<Rendered> expected = Rendered.of(each.expected());
        int wrongAt = Math.min(each.wrongAt(), received.length());
        if (wrongAt < 0) {
            return List.of(new Sides(cut(each.expected()), cut(each.actual()), "", List.of()));
        }
        int start = start(each.actual(), received, wrongAt);
        List<HexPane> panes = expected.filter(wanted -> start >= 0)
                .map(wanted -> both(wanted, received.from(start), start, wrongAt - start))
                .orElseGet(() -> alone(received, wrongAt));
        String difference = expected.filter(wanted -> start >= 0)
                .map(wanted -> difference(wanted.bytes(), received, start, wrongAt))
                .orElse("The first byte to blame is byte " + each.wrongAt() + " of all that came.");
        return List.of(new Sides(cut(each.expected()), cut(each.actual()), difference, panes));
    }

    private static List<HexPane> both(Rendered expected, Bytes came, int start, int around) {
        HexPane.Side wanted = new HexPane.Side(expected.bytes(), start, expected.length());
        HexPane.Side got = new HexPane.Side(came, start, came.length());
        // What of the expectation isn't known is not compared.
        Bytes comparable = expected.length() == expected.bytes().length()
                ? came
                : came.slice(0, Math.min(came.length(), expected.bytes().length()));
        Bytes known = expected.length() == expected.bytes().length()
                ? expected.bytes()
                : expected.bytes()
                        .plus(came.from(Math.min(came.length(), expected.bytes().length())));
        return List.of(HexPane.of("expected", wanted, comparable, around), HexPane.of("actual", got, known, around));
    }

    private static List<HexPane> alone(Bytes received, int wrongAt) {
        return received.isEmpty()
                ? List.of()
                : List.of(HexPane.of("received", new HexPane.Side(received, 0, received.length()), received, wrongAt));
    }

    private static String difference(Bytes expected, Bytes received, int start, int wrongAt) {
        int index = wrongAt - start;
        String wanted = index < expected.length() ? octet(expected.at(index)) : "nothing more";
        String came = wrongAt < received.length() ? octet(received.at(wrongAt)) : "nothing more";
        return "First difference at byte " + wrongAt + ": expected " + wanted + ", came " + came + ".";
    }

    private static String octet(int octet) {
        return String.format(java.util.Locale.ROOT, "%02x “%s”", octet, Rendering.octet(octet));
    }

    /** The offset in what was received at which the reply begins; -1 when it can't be told. */
    private static int start(String actual, Bytes received, int wrongAt) {
        if (actual.equals("nothing")) {
            return wrongAt;
        }
        Optional<Rendered> came = Rendered.of(actual);
        if (came.isEmpty()) {
            return -1;
        }
        // What came to the end of all that was received, so it begins that far before the end.
        int start = received.length() - came.get().length();
        if (start >= 0 && start <= wrongAt && received.hasAt(start, came.get().bytes())) {
            return start;
        }
        start = received.indexOf(came.get().bytes(), 0);
        return start <= wrongAt ? start : -1;
    }

    private static String cut(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }

    boolean bytes() {
        return !panes.isEmpty();
    }
}
