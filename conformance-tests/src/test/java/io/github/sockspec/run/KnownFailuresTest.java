package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFailuresTest {
    private static final String CUT = "exec/server/EXEC-5/echo@every-cut";

    @TempDir
    private Path directory;

    private static KnownFailures known(String pattern, String contains) {
        return new KnownFailures(List.of(new KnownFailure(new Glob(pattern), "no time yet", contains)));
    }

    private static CaseResult failed(String reason) {
        return GateTest.result(CUT, Outcome.FAIL, reason);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("known-failures.yaml"), text);
    }

    @Test
    void expects_sameWords_only() {
        assertTrue(known("EXEC-5", "RST").expects(failed("the connection was reset (RST)")));
        assertFalse(known("EXEC-5", "RST").expects(failed("the connection was closed (FIN)")));
        assertFalse(known("EXEC-6", "RST").expects(failed("the connection was reset (RST)")));
    }

    @Test
    void complaints_patternThatMatchesNothing_isNamed() {
        assertEquals(
                List.of("known failure EXEC-99 matches no case that ran"),
                known("EXEC-99", "x").complaints(List.of(failed("x"))));
    }

    @Test
    void complaints_knownFailureThatPasses_isNamedWithItsReason() {
        assertEquals(
                List.of("known failure EXEC-5 passes now (no time yet)"),
                known("EXEC-5", "x").complaints(List.of(GateTest.result(CUT, Outcome.PASS, ""))));
    }

    @Test
    void complaints_failureAsExpected_isNone() {
        assertEquals(List.of(), known("EXEC-5", "x").complaints(List.of(failed("x"))));
    }

    @Test
    void read_rightFile_isItsEntries() throws IOException {
        KnownFailures known = KnownFailures.read(file("- {pattern: EXEC-5, reason: later, contains: RST}\n"));
        assertEquals(List.of(new KnownFailure(new Glob("EXEC-5"), "later", "RST")), known.entries());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- {pattern: EXEC-5, reason: later}\n",
                "- {pattern: EXEC-5, contains: x}\n",
                "- {reason: later, contains: x}\n",
                "- {pattern: EXEC-5, reason: , contains: x}\n",
                "- {pattern: EXEC-5, reason: later, contains: x, until: 2027}\n",
                "pattern: EXEC-5\n",
                "- EXEC-5\n",
                "- {pattern: [\n",
                "",
                "- {pattern: EXEC-5, reason: later, contains: ''}\n"
            })
    void read_brokenFile_isRefusedWithFileAndLine(String text) throws IOException {
        Path file = file(text);
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> KnownFailures.read(file))
                .getMessage());
        assertTrue(message.startsWith(file + ":"), message);
        assertTrue(message.matches("(?s)\\Q" + file + "\\E:\\d+: .*"), message);
    }

    @Test
    void read_missingFile_isRefused() {
        Path file = directory.resolve("none.yaml");
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> KnownFailures.read(file))
                .getMessage());
        assertTrue(message.startsWith(file + ": can't be read: "), message);
    }
}
