package io.github.sockspec.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.ResultsJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCasesTest {
    private static final String CASE = "login/server/LOGIN-3/accepted@every-cut";

    private final Path directory;

    RunCasesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void run_reference_holdsAndWritesEveryReport() {
        Said said = Said.by("run", "--only", CASE, "--out", directory.toString());

        assertEquals(0, said.status(), said.out() + said.err());
        assertTrue(said.out().contains("HOLDS  1 clause in 1 case"), said.out());
        for (String report : List.of("results.json", "junit.xml", "summary.md", "index.html")) {
            assertTrue(Files.exists(directory.resolve(report)), report);
        }
    }

    @Test
    void run_quiet_printsTheVerdictOnly() {
        Said said = Said.by("run", "--only", CASE, "--quiet", "--out", directory.toString());

        assertEquals("HOLDS  1 clause in 1 case" + System.lineSeparator(), said.out());
    }

    @Test
    void run_outThatIsAFile_isTroubleInOneLine() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        Said said = Said.by("run", "--only", CASE, "--out", file.toString());

        assertEquals(5, said.status());
        assertTrue(said.err().matches("sockspec: [^\\n]*file[^\\n]*\\n"), said.err());
    }

    @Test
    void run_sameNameTwice_isRefused() throws IOException {
        try (OneReadServer server = new OneReadServer()) {
            String manifest = server.manifest(directory).toString();
            Path other = Files.copy(Path.of(manifest), directory.resolve("other.yaml"));

            Said said = Said.by("run", "-i", manifest, "-i", other.toString());

            assertEquals(2, said.status());
            assertTrue(said.err().contains("two implementations called one-read"), said.err());
        }
    }

    @Test
    void run_serverThatTakesOneReadForARequest_isBrokenWithOneCutAndTheCommandShowsIt() throws Exception {
        try (OneReadServer server = new OneReadServer()) {
            Path manifest = server.manifest(directory);
            Said said = Said.by("run", "--only", CASE, "-i", manifest.toString(), "--out", directory.toString());

            RecordedCase failed = read().runs().get(0).cases().get(0);
            RecordedCase.Delivered smallest = java.util.Objects.requireNonNull(failed.smallest());
            assertAll(
                    () -> assertEquals(1, said.status(), said.out() + said.err()),
                    () -> assertTrue(said.out().contains("BROKEN  a MUST does not hold: LOGIN-3"), said.out()),
                    () -> assertTrue(said.out().contains("read by the program (confirmed)"), said.out()),
                    () -> assertEquals("c", smallest.write().get(0).decode(StandardCharsets.UTF_8)));
            assertShows(words(String.valueOf(failed.replay())));
        }
    }

    @Test
    void replay_fromResults_showsTheRecordedDelivery() throws IOException {
        try (OneReadServer server = new OneReadServer()) {
            String manifest = server.manifest(directory).toString();
            Said.by("run", "--only", CASE, "-i", manifest, "--out", directory.toString());

            Said said = Said.by(
                    "replay",
                    CASE,
                    "-i",
                    manifest,
                    "--results",
                    directory.resolve("results.json").toString());

            assertEquals(1, said.status(), said.out() + said.err());
        }
    }

    @Test
    void replay_reference_holdsNow() {
        Said said = Said.by("replay", CASE, "--write=63,68656e7c3132330a");

        assertEquals(0, said.status(), said.out() + said.err());
        assertTrue(said.out().contains("> sent      bytes 0 to 1: \"c\""), said.out());
        assertTrue(said.out().contains("HOLDS NOW"), said.out());
    }

    @Test
    void replay_wrongUsage_isTwo() {
        assertAll(
                () -> assertRefused("there is no case", "replay", "login/server/LOGIN-3/none@whole"),
                () -> assertRefused("hexadecimal", "replay", CASE, "--write=6"),
                () -> assertRefused("hexadecimal", "replay", CASE, "--write=zz"),
                () -> assertRefused("a write has at least one byte", "replay", CASE, "--write=63,,64"),
                () -> assertRefused("end is one of keep, fin", "replay", CASE, "--write=63", "--end=bang"),
                () -> assertRefused("not those of this case", "replay", CASE, "--write=ff"),
                () -> assertRefused("no such file", "replay", CASE, "--results", "/nonexistent/results.json"));
    }

    private static void assertRefused(String why, String... args) {
        Said said = Said.by(args);
        assertEquals(2, said.status(), said.out() + said.err());
        assertTrue(said.err().contains(why), said.err());
    }

    private static void assertShows(List<String> words) {
        Said said = Said.by(words.subList(1, words.size()).toArray(String[]::new));
        assertEquals(1, said.status(), said.out() + said.err());
        assertTrue(said.out().contains("STILL FAILS"), said.out());
        assertTrue(said.out().contains("read      by the program up to byte 1, confirmed"), said.out());
    }

    /** The words of a printed command, as a shell takes them. */
    private static List<String> words(String command) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + command).start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, shell.waitFor());
        return out.lines().toList();
    }

    private RecordedResults read() {
        return ResultsJson.read(directory.resolve("results.json"));
    }
}
