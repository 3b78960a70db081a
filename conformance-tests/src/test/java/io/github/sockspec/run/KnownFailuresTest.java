package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownFailuresTest {
    private static final String CUT = "exec/server/EXEC-5/echo@every-cut";

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @TempDir
    private Path directory;

    private static KnownFailures known(String pattern, String contains) {
        return new KnownFailures(List.of(new KnownFailure(new Glob(pattern), "no time yet", contains)));
    }

    private static Judgement failed(String reason) {
        return GateTest.result(CUT, Outcome.FAIL, reason);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("known-failures.yaml"), text);
    }

    @Test
    void expects_sameWords_only() {
        assertTrue(known("EXEC-5", "RST").expects(failed("the connection was reset (RST)"), TODAY));
        assertFalse(known("EXEC-5", "RST").expects(failed("the connection was closed (FIN)"), TODAY));
        assertFalse(known("EXEC-6", "RST").expects(failed("the connection was reset (RST)"), TODAY));
    }

    @Test
    void complaints_patternThatMatchesNothing_isNamed() {
        assertEquals(
                List.of("known failure EXEC-99 matches no case that ran"),
                known("EXEC-99", "x").complaints(GateTest.found(failed("x")), TODAY));
    }

    @Test
    void complaints_knownFailureThatPasses_isNamedWithItsReason() {
        assertEquals(
                List.of("known failure EXEC-5 passes now (no time yet)"),
                known("EXEC-5", "x").complaints(GateTest.found(GateTest.result(CUT, Outcome.PASS, "")), TODAY));
    }

    @Test
    void complaints_failureAsExpected_isNone() {
        assertEquals(List.of(), known("EXEC-5", "x").complaints(GateTest.found(failed("x")), TODAY));
    }

    @Test
    void read_rightFile_isItsEntries() throws IOException {
        KnownFailures known = KnownFailures.read(file("- {pattern: EXEC-5, reason: later, contains: RST}\n"));
        assertEquals(List.of(new KnownFailure(new Glob("EXEC-5"), "later", "RST")), known.entries());
    }

    @Test
    void read_entryWithAnEndAndAProgram_hasBoth() throws IOException {
        KnownFailures known = KnownFailures.read(
                file("- {pattern: EXEC-5, reason: later, contains: RST, until: 2027-01-31, implementation: mine}\n"));
        assertEquals(
                List.of(new KnownFailure(
                        new Glob("EXEC-5"),
                        "later",
                        "RST",
                        Optional.of(LocalDate.of(2027, 1, 31)),
                        Optional.of("mine"))),
                known.entries());
    }

    @Test
    void expects_hashForANumber_isAnyNumber() {
        assertTrue(known("EXEC-5", "after # bytes").expects(failed("it stopped after 4,711 bytes"), TODAY));
        assertFalse(known("EXEC-5", "after # bytes").expects(failed("it stopped after no bytes"), TODAY));
    }

    @Test
    void expects_onTheLastDay_still() {
        KnownFailure until = new KnownFailure(new Glob("EXEC-5"), "later", "x", Optional.of(TODAY), Optional.empty());
        assertTrue(new KnownFailures(List.of(until)).expects(failed("x"), TODAY));
        assertFalse(new KnownFailures(List.of(until)).expects(failed("x"), TODAY.plusDays(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- {pattern: EXEC-5, reason: later}\n",
                "- {pattern: EXEC-5, contains: x}\n",
                "- {reason: later, contains: x}\n",
                "- {pattern: EXEC-5, reason: , contains: x}\n",
                "- {pattern: EXEC-5, reason: later, contains: x, until: 2027}\n",
                "- {pattern: EXEC-5, reason: later, contains: x, until: 2027-02-30}\n",
                "- {pattern: EXEC-5, reason: later, contains: x, implementation: ' '}\n",
                "- {pattern: EXEC-5, reason: later, contains: x, untli: 2027-01-31}\n",
                "{schema: 1, runs: []}\n",
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
