package io.github.sockspec.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.spec.Clause;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void of_wrongByteAfterAnEscape_caretStandsUnderIt() {
        assertEquals(
                List.of(
                        "expected  \"\\x03\\x00hi\"", //
                        "actual    \"\\x03\\x00ho\"",
                        "                    ^ byte 3"),
                Comparison.of(result(Bytes.hex("03006869").toString(), Bytes.hex("0300686f"), 0, 3)));
    }

    @Test
    void of_secondReplyWrong_countsFromItsStart() {
        assertEquals(
                List.of(
                        "expected  \"success\"", //
                        "actual    \"fail\"",
                        "           ^ byte 0"),
                Comparison.of(result("\"success\"", Bytes.utf8("successfail"), 7, 7)));
    }

    @Test
    void of_missingByte_caretStandsBehindTheLast() {
        assertEquals(
                "              ^ byte 3",
                Comparison.of(result("\"success\"", Bytes.utf8("suc"), 0, 3)).get(2));
    }

    @Test
    void of_nothingCame_caretIsLeftOut() {
        CaseResult nothing = new CaseResult(
                "id",
                Clause.required("EXEC-1"),
                Outcome.FAIL,
                "why",
                CaseResult.Tally.NONE,
                Optional.empty(),
                "\"hi\"",
                "nothing",
                Bytes.EMPTY,
                0,
                "",
                Duration.ZERO);

        assertEquals(List.of("expected  \"hi\"", "actual    nothing"), Comparison.of(nothing));
    }

    @Test
    void of_wrongByteFarRight_showsBothFromTheSamePlace() {
        String alike = "a".repeat(150);
        List<String> lines = Comparison.of(result('"' + alike + "b\"", Bytes.utf8(alike + "c"), 0, 150));

        int caret = lines.get(2).indexOf('^');
        assertEquals('b', lines.get(0).charAt(caret));
        assertEquals('c', lines.get(1).charAt(caret));
    }

    @Test
    void of_wrongByteBeyondWhatIsRendered_showsItsSurroundings() {
        Bytes received = Bytes.utf8("a".repeat(1000) + "X" + "a".repeat(1000));
        List<String> lines = Comparison.of(result("\"aaa…\"", received, 0, 1000));

        assertEquals('X', lines.get(2).charAt(lines.get(3).indexOf('^')));
        assertEquals("^ byte 1000", lines.get(3).strip());
    }

    @Test
    void of_hugeReply_isQuick() {
        Bytes received = Bytes.repeat(Bytes.utf8("0123456789abcdef"), 1 << 20);

        assertTimeoutPreemptively(
                Duration.ofSeconds(2), () -> Comparison.of(result("\"x\"", received, 0, received.length() - 1)));
    }

    @Test
    void of_nothingCompared_hasNoLines() {
        assertEquals(List.of(), Comparison.of(Sample.plain("id", Clause.required("EXEC-1"), Outcome.WARN, "why")));
    }

    private static CaseResult result(String expected, Bytes received, int start, int wrongAt) {
        return new CaseResult(
                "id",
                Clause.required("EXEC-1"),
                Outcome.FAIL,
                "why",
                CaseResult.Tally.NONE,
                Optional.empty(),
                expected,
                received.from(start).toString(),
                received,
                wrongAt,
                "",
                Duration.ZERO);
    }
}
