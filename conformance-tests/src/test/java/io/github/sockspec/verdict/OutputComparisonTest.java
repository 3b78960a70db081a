package io.github.sockspec.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputComparisonTest {
    private static List<Bytes> runs(String... printed) {
        return Arrays.stream(printed).map(Bytes::utf8).toList();
    }

    private static void assertBroken(String expected, String actual, Finding finding) {
        assertTrue(finding instanceof Finding.Broken, finding::toString);
        assertEquals(expected, ((Finding.Broken) finding).expected().text());
        assertEquals(actual, ((Finding.Broken) finding).actual().text());
    }

    @Test
    void asWhole_sameOutput_holds() {
        assertEquals(
                Finding.HOLDS,
                OutputComparison.asWhole(runs("the server says: success\n"), Bytes.utf8("the server says: success\n")));
        assertEquals(Finding.HOLDS, OutputComparison.asWhole(runs(""), Bytes.EMPTY));
    }

    @Test
    void asWhole_partOfTheReplyPrinted_broken() {
        Finding finding =
                OutputComparison.asWhole(runs("the server says: success\n"), Bytes.utf8("the server says: suc\n"));
        assertBroken("\"the server says: success\\n\"", "\"the server says: suc\\n\"", finding);
        assertEquals(
                "a reply that was cut is not understood: it printed nothing of \"success\", as it does when the reply comes"
                        + " whole",
                ((Finding.Broken) finding).reason());
    }

    @Test
    void asWhole_nothingPrinted_broken() {
        assertBroken("\"welcome\"", "nothing", OutputComparison.asWhole(runs("welcome"), Bytes.EMPTY));
    }

    @Test
    void asWhole_portsTimesAndCounts_areNoDifference() {
        assertEquals(
                Finding.HOLDS,
                OutputComparison.asWhole(
                        runs("from 127.0.0.1:41234 at 12:59:59, 7 bytes: success"),
                        Bytes.utf8("from 127.0.0.1:5 at 13:00:00, 3 bytes: success")));
    }

    @Test
    void asWhole_eachReadPrinted_isMoreAndNotLess() {
        assertEquals(
                Finding.HOLDS,
                OutputComparison.asWhole(
                        runs("read b'success'\nwelcome"), Bytes.utf8("read b'suc'\nread b'cess'\nwelcome")));
    }

    @Test
    void asWhole_printedInAnotherOrder_holds() {
        assertEquals(
                Finding.HOLDS, OutputComparison.asWhole(runs("once more\nuser: "), Bytes.utf8("user: once more\n")));
    }

    @Test
    void asWhole_wordThatVariesByItself_isNotAskedFor() {
        List<Bytes> whole = runs("good luck, success", "nice day, success");
        assertEquals(Finding.HOLDS, OutputComparison.asWhole(whole, Bytes.utf8("well met, success")));
        assertTrue(OutputComparison.asWhole(whole, Bytes.utf8("well met, suc")) instanceof Finding.Broken);
    }

    @Test
    void asWhole_wordMissingOnce_broken() {
        assertTrue(
                OutputComparison.asWhole(runs("fail fail success"), Bytes.utf8("fail success"))
                        instanceof Finding.Broken);
    }

    @Test
    void alike_sameBesideBodies_holds() {
        assertEquals(Finding.HOLDS, OutputComparison.alike(runs("> > "), runs("> > ")));
        assertEquals(Finding.HOLDS, OutputComparison.alike(runs(""), runs("")));
    }

    @Test
    void alike_lengthPrinted_broken() {
        assertBroken(
                "the body's bytes and only those",
                "\"14\", and with another reply to the same command \"17\"",
                OutputComparison.alike(runs("> length 14", "> length 14"), runs("> length 17", "> length 17")));
    }

    @Test
    void alike_moreWordsForOneReply_broken() {
        assertTrue(OutputComparison.alike(runs("> a", "> a"), runs("> a b", "> a b")) instanceof Finding.Broken);
    }

    @Test
    void alike_whatVariesByItself_holds() {
        assertEquals(Finding.HOLDS, OutputComparison.alike(runs("port 41", "port 43"), runs("port 42", "port 44")));
        assertEquals(Finding.HOLDS, OutputComparison.alike(runs("a", "a b"), runs("a c d", "a")));
        assertEquals(Finding.HOLDS, OutputComparison.alike(runs("at 5", "at 6"), runs("at 6", "at 6")));
    }
}
