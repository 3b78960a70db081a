package io.github.sockspec.report.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.report.Compared;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SidesTest {
    @Test
    void of_otherBytes_marksEachThatDiffers() {
        ComparisonView sides = sides(Bytes.utf8("abcdefg"), Bytes.utf8("abcXefY"), 3);

        assertEquals(List.of("61 62 63 [64] 65 66 [67]"), octets(sides.panes().get(0)));
        assertEquals(List.of("61 62 63 [58] 65 66 [59]"), octets(sides.panes().get(1)));
        assertEquals("First difference at byte 3: expected 64 “d”, came 58 “X”.", sides.difference());
    }

    @Test
    void of_answerCutShort_marksWhatIsMissing() {
        ComparisonView sides = sides(Bytes.utf8("abcd"), Bytes.utf8("ab"), 2);

        assertEquals(List.of("61 62 [63 64]"), octets(sides.panes().get(0)));
        assertEquals(List.of("61 62 [-- --]"), octets(sides.panes().get(1)));
        assertEquals("First difference at byte 2: expected 63 “c”, came nothing more.", sides.difference());
    }

    @Test
    void of_nothingCame_showsWhatWasAwaited() {
        ComparisonView sides = ComparisonView.of(Compared.of("\"ok\"", "nothing", Bytes.utf8("earlier"), 7))
                .get(0);

        assertEquals(List.of("[6f 6b]"), octets(sides.panes().get(0)));
        assertEquals("   7", sides.panes().get(0).lines().get(0).offset());
    }

    @Test
    void of_secondAnswerWrong_comparesFromWhereItBegins() {
        Bytes received = Bytes.utf8("successfail");
        ComparisonView sides = ComparisonView.of(Compared.of("\"success\"", "\"fail\"", received, 7))
                .get(0);

        assertEquals("   7", sides.panes().get(1).lines().get(0).offset());
        assertTrue(octets(sides.panes().get(1)).get(0).startsWith("[66 61 69 6c -- -- --]"));
    }

    @Test
    void of_longReply_isCutAroundTheDifference() {
        Bytes right = Bytes.repeat(Bytes.utf8("0123456789"), 10);
        Bytes wrong = right.slice(0, 60).plus(Bytes.utf8("?")).plus(right.from(61));
        HexPane pane = sides(right, wrong, 60).panes().get(1);

        assertEquals("… 48 bytes before", pane.before());
        assertEquals("  48", pane.lines().get(0).offset());
        assertEquals("36 37 38 39 [3f] 31 32 33", octets(pane).get(1));
    }

    @Test
    void of_longerThanRendered_marksOnlyWhatIsKnownToDiffer() {
        Bytes right = Bytes.repeat(Bytes.utf8("x"), 300);
        Bytes wrong = Bytes.repeat(Bytes.utf8("x"), 199).plus(Bytes.utf8("yzz"));

        String last = String.join("", octets(sides(right, wrong, 199).panes().get(1)));
        assertTrue(last.contains("[79]"), last);
        assertTrue(last.contains("7a 7a"), last);
    }

    @Test
    void of_expectationInWords_showsWhatCame() {
        ComparisonView sides = ComparisonView.of(Compared.of("no answer", "\"fail\"", Bytes.utf8("fail"), 0))
                .get(0);

        assertEquals(
                List.of("received"), sides.panes().stream().map(HexPane::title).toList());
        assertEquals("no answer", sides.expected());
    }

    @Test
    void of_nothingCompared_isNothing() {
        assertEquals(List.of(), ComparisonView.of(Compared.of("", "", Bytes.EMPTY, -1)));
    }

    private static ComparisonView sides(Bytes expected, Bytes received, int wrongAt) {
        return ComparisonView.of(Compared.of(expected.toString(), received.toString(), received, wrongAt))
                .get(0);
    }

    /** A pane's octets, line by line, the marked ones in brackets. */
    private static List<String> octets(HexPane pane) {
        return pane.lines().stream()
                .map(line -> line.hex().stream()
                        .map(run -> run.wrong() ? "[" + run.text() + "]" : run.text())
                        .collect(Collectors.joining())
                        .stripTrailing())
                .toList();
    }
}
