package io.github.sockspec.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.protocol.Clause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @Test
    void noCommand_isWrongUsage() {
        assertRefused(Said.by(), "a command is missing");
    }

    @Test
    void unknownOption_isWrongUsage() {
        assertRefused(Said.by("run", "--onyl", "x"), "Unknown option");
    }

    @Test
    void unknownGrade_namesTheGradesThereAre() {
        assertRefused(Said.by("run", "--grade", "best"), "interoperates, robust, survives, bounded, not best");
    }

    @Test
    void patternThatMatchesNothing_isWrongUsage() {
        assertAll(
                () -> assertRefused(Said.by("run", "--only", "nothing/like/this"), "no case matches nothing/like/this"),
                () -> assertRefused(Said.by("run", "--skip", "EXEC-99"), "no case matches EXEC-99"),
                () -> assertRefused(Said.by("list", "--only", "EXEC-99"), "no case matches EXEC-99"),
                () -> assertRefused(Said.by("explain", "EXEC-99"), "no case matches EXEC-99"));
    }

    @Test
    void numberOutOfRange_isWrongUsage() {
        assertAll(
                () -> assertRefused(Said.by("run", "--samples", "0"), "--samples is at least 1"),
                () -> assertRefused(Said.by("run", "--workers", "-1"), "--workers is at least 1"),
                () -> assertRefused(Said.by("run", "--seed", "many"), "--seed"));
    }

    @Test
    void missingFiles_areOneLineEach(@TempDir Path directory) {
        String none = directory.resolve("none.yaml").toString();

        assertAll(
                () -> assertInvalid(Said.by("run", "-i", none), none),
                () -> assertInvalid(Said.by("run", "--known-failures", none), none),
                () -> assertInvalid(Said.by("replay", "login/server/LOGIN-1/plain@whole", "-i", none), none));
    }

    @Test
    void hostileManifest_reachesTheTerminalAsTextOnly(@TempDir Path directory) throws IOException {
        Path manifest = Files.writeString(directory.resolve("bad.yaml"), "\"na\\e[2Jme\": x\n");

        Said said = Said.by("run", "-i", manifest.toString());

        assertEquals(2, said.status());
        assertTrue(said.err().codePoints().noneMatch(point -> point != '\n' && Character.isISOControl(point)));
    }

    @Test
    void help_isNoError() {
        assertAll(
                () -> assertEquals(0, Said.by("--help").status()),
                () -> assertEquals(0, Said.by("run", "--help").status()),
                () -> assertTrue(Said.by("--help").out().contains("Exit status:")));
    }

    @Test
    void version_namesTheSuite() {
        assertTrue(Said.by("--version").out().startsWith("sockspec "));
    }

    @Test
    void list_hasEveryClauseWithOrWithoutACase() {
        Said said = Said.by("list");

        assertEquals(0, said.status());
        for (Clause clause : Clause.all()) {
            assertTrue(
                    said.out().contains("/" + clause.id() + "/") || said.out().contains("  " + clause.id() + " "),
                    clause.id());
        }
    }

    @Test
    void list_grade_listsOnlyThat() {
        Said said = Said.by("list", "--grade", "bounded", "--only", "login/*");

        assertTrue(said.out().contains("/LOGIN-10/") && !said.out().contains("/LOGIN-3/"), said.out());
    }

    @Test
    void explain_case_showsClauseBytesAndDeliveries() {
        String text = Said.by("explain", "exec/server/EXEC-5/echo@every-cut").out();

        assertAll(
                () -> assertTrue(text.contains("EXEC-5    MUST, robust: A command is run once"), text),
                () -> assertTrue(text.contains("> \"echo hi\\n\""), text),
                () -> assertTrue(text.contains("< \"\\x03\\x00\\x00\\x00hi\\n\""), text),
                () -> assertTrue(text.contains("one message cut in two, at every offset in turn; "), text));
    }

    @Test
    void explain_everything_succeeds() {
        assertEquals(0, Said.by("explain", "*").status());
    }

    private static void assertRefused(Said said, String why) {
        assertEquals(2, said.status(), said.err());
        assertTrue(said.err().contains(why), said.err());
        assertTrue(said.err().matches("sockspec: [^\\n]+\\nSee \\./sockspec[a-z ]* --help\\n"), said.err());
        assertEquals("", said.out());
    }

    private static void assertInvalid(Said said, String file) {
        assertEquals(2, said.status(), said.err());
        assertTrue(said.err().matches("sockspec: [^\\n]+\\n"), said.err());
        assertTrue(said.err().contains(file), said.err());
    }
}
