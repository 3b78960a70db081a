package io.github.sockspec.history;

import static io.github.sockspec.history.Recalled.CUT;
import static io.github.sockspec.history.Recalled.WHOLE;
import static io.github.sockspec.history.Recalled.fail;
import static io.github.sockspec.history.Recalled.found;
import static io.github.sockspec.history.Recalled.pass;
import static io.github.sockspec.history.Recalled.results;
import static io.github.sockspec.history.Recalled.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.report.Colour;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.ResultsJson;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

class TrendTest {
    private final Path directory;

    TrendTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private void recorded(String file, @Nullable String started, String hash, RecordedCase... cases) {
        ResultsJson.write(
                results(started, null, run("mine", Map.of("server.py", hash), cases)), directory.resolve(file));
    }

    private ProgramHistory course() {
        return Trend.read(directory).courses().get(0);
    }

    @Test
    void read_results_areInTheOrderOfTheirTimesNotTheirNames() {
        recorded("a.json", "2027-01-03T00:00:00Z", "0", pass(WHOLE));
        recorded("b/results.json", "2027-01-01T00:00:00Z", "0", pass(WHOLE));
        recorded("c.json", null, "0", pass(WHOLE));
        recorded("d.json", "2027-01-02T00:00:00Z", "0", pass(WHOLE));

        assertEquals(
                List.of("c.json", "b/results.json", "d.json", "a.json"),
                course().standings().stream().map(GradeStanding::file).toList());
    }

    @Test
    void failing_clause_hasTheFirstBadRunAfterTheLastGoodOne() {
        recorded("1.json", "2027-01-01T00:00:00Z", "0", fail(CUT, "why", ""));
        recorded("2.json", "2027-01-02T00:00:00Z", "0", pass(CUT));
        recorded("3.json", "2027-01-03T00:00:00Z", "1", fail(CUT, "why", ""));
        recorded("4.json", "2027-01-04T00:00:00Z", "1", found(CUT, "inconclusive", "", "", ""));
        recorded("5.json", "2027-01-05T00:00:00Z", "1", fail(CUT, "why", ""));

        ProgramHistory.Failing failing = course().failing().get(0);

        assertEquals(3, failing.run());
        assertEquals(
                "since 2027-01-03T00:00:00Z (run 3, 3.json), held before; the program changed: server.py",
                failing.words());
    }

    @Test
    void failing_everywhere_wasNeverSeenToHold() {
        recorded("1.json", "2027-01-01T00:00:00Z", "0", fail(CUT, "why", ""));
        recorded("2.json", "2027-01-02T00:00:00Z", "0", fail(CUT, "why", ""));

        assertTrue(course().failing().get(0).words().endsWith("(run 1, 1.json), never seen to hold before"));
    }

    @Test
    void mended_clause_isNamed() {
        recorded("1.json", "2027-01-01T00:00:00Z", "0", fail(CUT, "why", ""));
        recorded("2.json", "2027-01-02T00:00:00Z", "0", pass(CUT));

        assertEquals(List.of(), course().failing());
        assertTrue(String.join("\n", TrendText.of(Trend.read(directory), Colour.PLAIN))
                .contains("EXEC-5"));
    }

    @Test
    void read_whatIsNoResult_isSaid() throws IOException {
        recorded("1.json", "2027-01-01T00:00:00Z", "0", pass(CUT));
        Files.writeString(directory.resolve("package.json"), "{}");
        ResultsJson.write(results(null, "1/2", run(pass(CUT))), directory.resolve("shard.json"));

        List<String> notes = Trend.read(directory).notes();

        assertEquals(2, notes.size(), notes::toString);
        assertTrue(notes.get(0).contains("package.json"), notes.get(0));
        assertTrue(notes.get(1).contains("is shard 1/2 of a run"), notes.get(1));
    }

    @Test
    void read_noResult_isRefused() {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> Trend.read(directory))
                .getMessage());

        assertEquals(directory + ": there is no results.json below it", message);
    }

    @Test
    void page_ofHostileProgram_isWellFormedAndDrawsEachRun() throws Exception {
        String hostile = "\u001b[2J<script>alert(1)</script>";
        for (int day = 1; day <= 3; day++) {
            ResultsJson.write(
                    results(
                            "2027-01-0" + day + "T00:00:00Z",
                            null,
                            run(hostile, Map.of(), pass(WHOLE), fail(CUT, "x", ""))),
                    directory.resolve(day + ".json"));
        }

        String page = TrendPage.of(Trend.read(directory));

        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.replace("<!DOCTYPE html>", ""))));
        assertEquals(0, document.getElementsByTagName("script").getLength());
        assertEquals(1, document.getElementsByTagName("polyline").getLength());
        assertEquals(4, document.getElementsByTagName("circle").getLength(), "three runs and the legend");
    }
}
