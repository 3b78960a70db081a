package io.github.sockspec.history;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.report.Compared;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.run.StableWording;
import io.github.sockspec.verdict.Side;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a case fails, as far as that stays the same from run to run: two runs of the same program fail in the same manner. Where
 * several deliveries failed, which of them became the smallest, and so the bytes that are shown, is a race; then the
 * reason alone counts.
 *
 * @param reason without numbers, and with one word for a connection that was closed, reset or refused: which of them is
 *     met is a race too
 * @param expected likewise
 * @param actual likewise; how much of it had come when it was judged is chance
 * @param smallest the lengths of the writes of the smallest failing delivery, its bytes and its end; scratch directories
 *     have no name in it
 */
record FailureManner(String reason, String expected, String actual, String smallest) {
    static FailureManner of(RecordedCase found) {
        if (found.failed() > 1) {
            return new FailureManner(StableWording.steady(found.reason()), "", "", "");
        }
        return new FailureManner(
                StableWording.steady(found.reason()),
                StableWording.steady(found.compared().expected()),
                came(found.compared()),
                smallest(found));
    }

    /** What came, without what closes it, so that the longer of two starts with the shorter. */
    private static String came(Compared compared) {
        String actual = StableWording.steady(compared.actual());
        if (actual.equals(Side.Nothing.TEXT)) {
            return "";
        }
        return actual.endsWith("\"") ? actual.substring(0, actual.length() - 1) : actual;
    }

    private static String smallest(RecordedCase found) {
        RecordedCase.Delivered smallest = found.smallest();
        if (smallest == null) {
            return "";
        }
        List<Bytes> writes = smallest.write();
        String said = Bytes.join(writes).decode(StandardCharsets.ISO_8859_1);
        return writes.stream().map(Bytes::length).toList() + " " + smallest.end() + " " + smallest.pace() + " "
                + StableWording.steady(said);
    }

    /** Whether both are the same failure. */
    boolean like(FailureManner other) {
        return reason.equals(other.reason) && (vague() || other.vague() || sameSight(other));
    }

    private boolean vague() {
        return smallest.isEmpty() && expected.isEmpty() && actual.isEmpty();
    }

    private boolean sameSight(FailureManner other) {
        return smallest.equals(other.smallest) && sameAnswer(other);
    }

    private boolean sameAnswer(FailureManner other) {
        return reason.contains(StableWording.ENDED)
                || (expected.equals(other.expected)
                        && (actual.startsWith(other.actual) || other.actual.startsWith(actual)));
    }
}
