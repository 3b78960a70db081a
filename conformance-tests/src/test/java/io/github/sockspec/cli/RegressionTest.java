package io.github.sockspec.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What got worse: diff, baselines and trend from the command line. */
class RegressionTest {
    private static final String CASE = "login/server/LOGIN-3/accepted@every-cut";
    private static final String WHOLE = "login/server/LOGIN-1/plain@whole";

    private final Path directory;

    RegressionTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private static Clock on(String day) {
        return Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
    }

    /** Judges a server that takes one read for a request, by two cases, of which it fails one. */
    private Said run(OneReadServer server, String... more) throws IOException {
        return run(on("2026-11-22"), server, more);
    }

    private Said run(Clock clock, OneReadServer server, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("run", "--only", CASE, "--only", WHOLE));
        words.addAll(List.of("-i", server.manifest(directory).toString()));
        words.addAll(List.of(more));
        if (!words.contains("--out")) {
            words.addAll(List.of("--out", path("out")));
        }
        return Said.at(clock, words.toArray(String[]::new));
    }

    @Test
    void diff_ofAServerThatBroke_namesWhatBroke() throws IOException {
        Said.by("run", "--only", CASE, "--only", WHOLE, "--out", path("before"));
        try (OneReadServer server = new OneReadServer()) {
            run(server);
        }

        Said text = Said.by("diff", path("before"), path("out"));
        Said back = Said.by("diff", path("out"), path("before"), "--quiet");
        Said same = Said.by("diff", path("out"), path("out"));

        assertAll(
                () -> assertEquals(3, text.status(), text.err()),
                () -> assertTrue(text.out().contains("BROKEN    " + CASE + "  pass → fail"), text.out()),
                () -> assertTrue(text.out().contains("WORSE  1 broken\n"), text.out()),
                () -> assertFalse(text.out().contains(WHOLE), text.out()),
                () -> assertTrue(text.out().contains("its name changed: reference-server → one-read"), text.out()),
                () -> assertTrue(back.out().startsWith("NOT WORSE  1 fixed"), back.out()),
                () -> assertEquals(0, back.status()),
                () -> assertEquals(0, same.status()),
                () -> assertTrue(same.out().contains("THE SAME"), same.out()));
    }

    @Test
    void diff_everyFormat_isWrittenWhereAsked() throws IOException {
        Said.by("run", "--only", WHOLE, "--out", path("one"));
        for (String format : List.of("text", "markdown", "json", "html")) {
            Said said = Said.by("diff", path("one"), path("one"), "--format", format, "--out", path("diff." + format));
            assertEquals(0, said.status(), said.err());
            assertTrue(Files.size(directory.resolve("diff." + format)) > 50, format);
        }
    }

    @Test
    void diff_unreadableFile_isWrongUsageInOneLine() throws IOException {
        Path other = Files.writeString(directory.resolve("other.json"), "[]");

        Said missing = Said.by("diff", path("none.json"), path("none.json"));
        Said wrong = Said.by("diff", other.toString(), other.toString());

        assertAll(
                () -> assertEquals(2, missing.status()),
                () -> assertTrue(missing.err().matches("sockspec: [^\\n]*none.json[^\\n]*\\n"), missing.err()),
                () -> assertEquals(2, wrong.status()),
                () -> assertTrue(wrong.err().matches("sockspec: [^\\n]*other.json[^\\n]*\\n"), wrong.err()));
    }

    @Test
    void baseline_written_excusesWhatItKnowsAndNothingElse() throws IOException {
        String baseline = path("baseline.yaml");
        try (OneReadServer server = new OneReadServer()) {
            Said written = run(server, "--baseline", baseline, "--update-baseline");
            Said again = run(server, "--baseline", baseline);
            String text = Files.readString(Path.of(baseline));

            assertEquals(0, written.status(), written.out() + written.err());
            assertEquals(0, again.status(), again.out());
            assertTrue(again.out().contains("1 finding is known and excused"), again.out());
            assertTrue(text.contains("as it was on 2026-11-22") && text.contains("implementation: \"one-read\""), text);
        }
    }

    @Test
    void baseline_empty_anyFindingIsWorse() throws IOException {
        String baseline =
                Files.writeString(directory.resolve("empty.yaml"), "[]\n").toString();
        try (OneReadServer server = new OneReadServer()) {
            Said said = run(server, "--baseline", baseline);

            assertEquals(3, said.status(), said.out());
            assertTrue(said.out().contains("WORSE  worse than the baseline: one-read: " + CASE), said.out());
        }
    }

    @Test
    void baseline_pastItsEnd_excusesNothing() throws IOException {
        String baseline = Files.writeString(
                        directory.resolve("until.yaml"),
                        "- {pattern: LOGIN-3, reason: the rewrite, contains: reply differs, until: 2027-01-31}\n")
                .toString();
        try (OneReadServer server = new OneReadServer()) {
            Said inTime = run(on("2027-01-31"), server, "--baseline", baseline);
            Said late = run(on("2027-02-01"), server, "--baseline", baseline);

            assertEquals(0, inTime.status(), inTime.out());
            assertEquals(3, late.status(), late.out());
            assertTrue(late.out().contains("was tolerated until 2027-01-31 (the rewrite)"), late.out());
        }
    }

    @Test
    void baseline_updated_keepsReasonsAndDropsWhatPasses() throws IOException {
        Path baseline = Files.writeString(directory.resolve("kept.yaml"), """
                - {pattern: LOGIN-3, reason: the rewrite, contains: reply differs, until: 2027-01-31}
                - {pattern: LOGIN-1, reason: long ago, contains: anything}
                - {pattern: LOGIN-4, reason: of a case that is not run here, contains: x}
                """);
        try (OneReadServer server = new OneReadServer()) {
            Said said = run(server, "--baseline", baseline.toString(), "--update-baseline");

            String text = Files.readString(baseline);
            assertEquals(0, said.status(), said.out());
            assertTrue(text.contains("the rewrite") && text.contains("2027-01-31"), text);
            assertTrue(text.contains("of a case that is not run here"), text);
            assertFalse(text.contains("long ago") || text.contains("as it was on"), text);
        }
    }

    @Test
    void baseline_wrongUsage_isTwo() {
        Said none = Said.by("run", "--only", WHOLE, "--update-baseline");
        Said missing = Said.by("run", "--only", WHOLE, "--baseline", path("none.yaml"));

        assertAll(
                () -> assertEquals(2, none.status()),
                () -> assertTrue(none.err().contains("--update-baseline needs --baseline FILE"), none.err()),
                () -> assertEquals(2, missing.status()),
                () -> assertTrue(missing.err().contains("none.yaml"), missing.err()));
    }

    @Test
    void trend_ofTwoRuns_saysSinceWhenAndDrawsIt() throws IOException {
        try (OneReadServer server = new OneReadServer()) {
            run(on("2027-01-02"), server, "--out", path("history/a"));
            run(on("2027-01-01"), server, "--out", path("history/b"));
        }

        Said said = Said.by("trend", path("history"), "--out", path("trend.html"));

        assertEquals(0, said.status(), said.err());
        assertTrue(said.out().contains("LOGIN-3: since 2027-01-01T12:00:00Z (run 1, b/results.json)"), said.out());
        assertTrue(Files.readString(directory.resolve("trend.html")).contains("<polyline"));
    }

    @Test
    void trend_ofNothing_isWrongUsageInOneLine() {
        Said said = Said.by("trend", directory.toString());

        assertEquals(2, said.status());
        assertTrue(said.err().matches("sockspec: [^\\n]*there is no results.json below it\\n"), said.err());
    }
}
