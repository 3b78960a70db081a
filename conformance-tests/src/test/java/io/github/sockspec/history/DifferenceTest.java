package io.github.sockspec.history;

import static io.github.sockspec.history.Recalled.CUT;
import static io.github.sockspec.history.Recalled.WHOLE;
import static io.github.sockspec.history.Recalled.fail;
import static io.github.sockspec.history.Recalled.found;
import static io.github.sockspec.history.Recalled.pass;
import static io.github.sockspec.history.Recalled.results;
import static io.github.sockspec.history.Recalled.run;
import static io.github.sockspec.history.Recalled.several;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.report.Colour;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.run.ExitStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    private static Difference of(RecordedCase before, RecordedCase after) {
        return Difference.of(results(run(before)), results(run(after)));
    }

    @ParameterizedTest
    @CsvSource({
        "pass,           fail,           BROKEN,  REGRESSION",
        "pass,           warn,           BROKEN,  REGRESSION",
        "pass,           inconclusive,   LOST,    REGRESSION",
        "fail,           pass,           FIXED,   HOLDS",
        "inconclusive,   pass,           SHOWN,   HOLDS",
        "fail,           inconclusive,   SHOWN,   HOLDS",
        "inconclusive,   fail,           SHOWN,   HOLDS",
        "warn,           fail,           CHANGED, HOLDS",
        "not-applicable, fail,           NEW,     HOLDS",
        "pass,           not-applicable, GONE,    HOLDS"
    })
    void of_verdictThenAndNow_isThatChange(String was, String is, Change.Kind kind, ExitStatus exit) {
        Difference difference = of(found(CUT, was, "", "", ""), found(CUT, is, "", "", ""));

        assertEquals(
                List.of(kind), difference.changes().stream().map(Change::kind).toList());
        assertEquals(exit, difference.exit());
    }

    @ParameterizedTest
    @CsvSource({"pass", "fail", "warn", "inconclusive", "not-applicable"})
    void of_sameVerdict_isNoChange(String verdict) {
        assertEquals(
                List.of(),
                of(found(CUT, verdict, "why", "", ""), found(CUT, verdict, "why", "", ""))
                        .changes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            nothing more came for 2000 ms; nothing more came for 2007 ms
            ended before it listened on 127.0.0.1:10020; ended before it listened on 127.0.0.1:10533
            process 4711 holds 1,024 descriptors; process 815 holds 7 descriptors
            the connection was refused; the answer to message 1 is not right: the connection was reset (RST) after 0 bytes
            the connection was closed (FIN) after 9 bytes; the connection was reset (RST) after 4 bytes
            in sockspec-e40bce9b-c995-476e-ad8d-3f10602e9eea; in sockspec-d4cd5da5-78c3-473f-aa98-8a72e13c2e04
            """)
    void of_whatVariesFromRunToRun_isNoChange(String before, String after) {
        assertEquals(List.of(), of(fail(CUT, before, ""), fail(CUT, after, "")).changes());
    }

    @Test
    void of_moreOfTheSameAnswer_isNoChange() {
        assertEquals(
                List.of(),
                of(fail(CUT, "differs", "\"sh: e\""), fail(CUT, "differs", "\"sh: e: not found\""))
                        .changes());
        assertEquals(
                List.of(),
                of(fail(CUT, "differs", "nothing"), fail(CUT, "differs", "\"sh\""))
                        .changes());
    }

    @Test
    void of_anotherReasonOrAnswer_isChangedAndNotWorse() {
        Difference reason = of(fail(CUT, "it hangs", "x"), fail(CUT, "it crashes", "x"));
        Difference answer = of(fail(CUT, "differs", "\"fail\""), fail(CUT, "differs", "\"success\""));

        assertEquals(Change.Kind.CHANGED, reason.changes().get(0).kind());
        assertEquals(Change.Kind.CHANGED, answer.changes().get(0).kind());
        assertEquals(ExitStatus.HOLDS, answer.exit());
    }

    @Test
    void of_manyFailedDeliveries_theReasonAloneCounts() {
        RecordedCase one = fail(CUT, "differs", "");

        assertEquals(List.of(), of(several(one, "\"a\""), several(one, "\"b\"")).changes());
        assertEquals(
                1,
                of(several(one, "\"a\""), several(fail(CUT, "it hangs", ""), "\"a\""))
                        .changes()
                        .size());
    }

    @Test
    void of_newAndGoneCases_areNotWorse() {
        Difference difference = Difference.of(
                results(run(pass(WHOLE), pass(CUT))),
                results(run(pass(WHOLE), fail("exec/server/EXEC-9/new@whole", "deadlocks", ""))));

        assertEquals(
                List.of(Change.Kind.NEW, Change.Kind.GONE),
                difference.changes().stream().map(Change::kind).toList());
        assertEquals(ExitStatus.HOLDS, difference.exit());
    }

    @Test
    void of_nothingInCommon_isNoComparison() {
        Difference difference = Difference.of(results(run(pass(WHOLE))), results(run(pass(CUT))));

        assertEquals(ExitStatus.NOTHING_RAN, difference.exit());
    }

    @Test
    void of_oneProgramRenamed_isComparedAndSaid() {
        Difference difference = Difference.of(
                results(run("old", Map.of("a.py", "00", "b.py", "11"), pass(WHOLE))),
                results(run("new", Map.of("a.py", "00", "b.py", "22", "c.py", "33"), fail(WHOLE, "why", ""))));

        assertEquals(
                List.of("its name changed: old → new", "its files changed: b.py, c.py (new)"),
                difference.programs().get(0).program());
        assertEquals(Map.of("robust", "1/1 → 0/1"), difference.programs().get(0).grades());
        assertEquals(1, difference.programs().size());
        assertEquals(ExitStatus.REGRESSION, difference.exit());
    }

    @Test
    void of_severalPrograms_eachGoesWithItsNamesake() {
        RecordedResults before = results(run("a", Map.of(), pass(WHOLE)), run("b", Map.of(), fail(WHOLE, "x", "")));
        RecordedResults after = results(run("b", Map.of(), fail(WHOLE, "x", "")), run("a", Map.of(), pass(WHOLE)));

        assertEquals(List.of(), Difference.of(before, after).changes());
    }

    @Test
    void of_olderFile_isReadWithoutWhatItLacks() {
        RecordedResults old =
                new RecordedResults(1, null, 42, 0, List.of(run("mine", null, pass(WHOLE))), null, null, 0, null, null);

        Difference difference = Difference.of(old, results(run(pass(WHOLE))));

        assertEquals(List.of(), difference.changes());
        assertTrue(difference.circumstances().contains("the suite's version changed: of unknown version → 1.0"));
    }

    @Test
    void written_hostileProgram_isTextEverywhere() {
        String hostile = "\u001b[2J<script>alert(1)</script> | `x` \u202e </title>";
        Difference difference = Difference.of(
                results(run(hostile, Map.of(), pass(CUT))),
                results(run(hostile, Map.of(), fail(CUT, hostile, hostile))));

        String page = DifferencePage.of(difference);
        String markdown = DifferenceMarkdown.of(difference);
        String text = String.join("\n", DifferenceText.of(difference, Colour.PLAIN));

        assertFalse(page.contains("<script") || page.contains("\u001b") || page.contains("\u202e"), page);
        assertFalse(markdown.contains("<script") || markdown.contains("`x`"), markdown);
        assertFalse(text.contains("\u001b") || text.contains("\u202e"), text);
        assertTrue(DifferenceJson.of(difference).contains("\"exit\" : 3"));
    }
}
