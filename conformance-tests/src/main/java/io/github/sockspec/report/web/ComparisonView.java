package io.github.sockspec.report.web;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.report.Compared;
import io.github.sockspec.verdict.Side;
import java.util.List;
import java.util.Locale;

/**
 * What was expected beside what came: in words, and where both are bytes, octet under octet from the place where the reply
 * begins.
 *
 * @param expected in words or as text
 * @param actual in words or as text
 * @param difference the first difference in a sentence; empty where no byte is to blame
 * @param panes the bytes; none where nothing came and nothing was expected as bytes
 */
record ComparisonView(String expected, String actual, String difference, List<HexPane> panes) {
    /** How much of either is shown as text. */
    private static final int MOST_TEXT = 600;

    /** None where nothing was compared. */
    static List<ComparisonView> of(Compared compared) {
        return compared.any() ? List.of(sides(compared)) : List.of();
    }

    private static ComparisonView sides(Compared compared) {
        Side came = compared.came();
        Bytes received = came.stream();
        int wrongAt = Math.min(came.wrongAt(), received.length());
        String difference = "";
        List<HexPane> panes = List.of();
        if (wrongAt >= 0 && came.from() >= 0 && compared.awaited() instanceof Side.Octets wanted) {
            difference = difference(wanted, received, came.from(), wrongAt);
            panes = both(wanted, received.from(came.from()), came.from(), wrongAt - came.from());
        } else if (wrongAt >= 0) {
            difference = "The first byte to blame is byte " + came.wrongAt() + " of all that came.";
            panes = alone(received, wrongAt);
        }
        return new ComparisonView(cut(compared.expected()), cut(compared.actual()), difference, panes);
    }

    private static List<HexPane> both(Side.Octets expected, Bytes came, int start, int around) {
        Bytes bytes = expected.kept();
        HexPane.Side wanted = new HexPane.Side(bytes, start, expected.length());
        HexPane.Side got = new HexPane.Side(came, start, came.length());
        // What of the expectation isn't known is not compared.
        int comparable = expected.length() == bytes.length() ? came.length() : Math.min(came.length(), bytes.length());
        Bytes unknown = came.from(comparable);
        return List.of(
                HexPane.of("expected", wanted, came.slice(0, comparable), around),
                HexPane.of("actual", got, bytes.plus(unknown), around));
    }

    private static List<HexPane> alone(Bytes received, int wrongAt) {
        return received.isEmpty()
                ? List.of()
                : List.of(HexPane.of("received", new HexPane.Side(received, 0, received.length()), received, wrongAt));
    }

    private static String difference(Side.Octets expected, Bytes received, int start, int wrongAt) {
        int index = wrongAt - start;
        Bytes kept = expected.kept();
        String more = index < expected.length() ? "a byte that was not kept" : "nothing more";
        String wanted = index < kept.length() ? octet(kept.at(index)) : more;
        String came = wrongAt < received.length() ? octet(received.at(wrongAt)) : "nothing more";
        return "First difference at byte " + wrongAt + ": expected " + wanted + ", came " + came + ".";
    }

    private static String octet(int octet) {
        return String.format(Locale.ROOT, "%02x “%s”", octet, Bytes.renderedOctet(octet));
    }

    private static String cut(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }

    boolean bytes() {
        return !panes.isEmpty();
    }
}
