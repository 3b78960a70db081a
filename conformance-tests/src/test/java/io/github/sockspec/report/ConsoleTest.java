package io.github.sockspec.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.program.Identity;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.run.Results;
import io.github.sockspec.run.RunResult;
import io.github.sockspec.run.Shard;
import io.github.sockspec.verdict.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    @Test
    void print_failure_showsClauseCutDifferenceAndCommand() {
        String text = printed(Sample.broken(), Colour.PLAIN);

        assertTrue(text.contains("""
                        FAIL  exec/server/EXEC-5/echo@every-cut
                              EXEC-5 MUST, robust: A command is run once and whole, however it was cut; part of a command is never run.
                              1 of 7 cuts failed

                              the smallest delivery that fails
                                write 1   "e"
                                ────────  read by the program (confirmed)
                                write 2   "cho hi\\n"
                                then      kept open

                              the answer to message 1 is not right: byte 0 of the reply differs
                              expected  "\\x03\\x00\\x00\\x00hi\\n"
                              actual    "\\x05\\x00\\x00\\x00sh: e"
                                         ^ byte 0
                              at        quiet after 301 ms

                              again     ./sockspec replay exec/server/EXEC-5/echo@every-cut -i course-exec-server.yaml --write=65,63686f2068690a
                        """), text);
    }

    @Test
    void print_everyOutcome_showsHowFarItGets() {
        String text = printed(Sample.broken(), Colour.PLAIN);

        assertTrue(text.contains("""
                        exec server  course-exec-server
                          interoperates  1/2  not EXEC-13 (SHOULD)
                          robust         0/1  not EXEC-5
                          bounded        0/1  not EXEC-17
                          measured       a plain conversation took at most 0.42 ms; an answer was waited for 300 ms
                          judged         /usr/bin/python3.11 at 127.0.0.1:8008, process 4711, process group
                          not applicable EXEC-6: no end mark
                          inconclusive   EXEC-17: no /proc here

                        options   samples=256  seed=42
                        carried   8 deliveries, all confirmed, in 1.5 s, 5 a second
                        BROKEN  a MUST does not hold: EXEC-5
                        """), text);
    }

    @Test
    void print_clientThatFixesNoAddress_namesNone() {
        RunResult server = Sample.run(Sample.program("a client"));
        RunResult client = new RunResult(
                server.implementation(),
                Optional.of(new Identity(
                        Optional.empty(), "python3 client.py", Optional.empty(), "", true, true, "process group")),
                server.latency(),
                server.patience(),
                server.cases(),
                server.learned(),
                server.trouble());

        String text = printed(Sample.results(ExitStatus.HOLDS, client), Colour.PLAIN);

        assertTrue(text.contains("  judged         python3 client.py, process group\n"), text);
    }

    @Test
    void print_hostileProgram_reachesTheTerminalAsTextOnly() {
        Results hostile = new Results(
                "0.1.0",
                1,
                Map.of("known", Sample.HOSTILE),
                ExitStatus.TROUBLE,
                List.of(
                        Sample.run(Sample.program(Sample.HOSTILE), Sample.fail(Sample.HOSTILE, Sample.CUT)),
                        Sample.run(
                                Sample.course(),
                                Sample.plain("id", Clause.required("EXEC-1"), Outcome.INCONCLUSIVE, Sample.HOSTILE))),
                Duration.ofSeconds(1),
                List.of(Sample.HOSTILE),
                Optional.empty(),
                Shard.WHOLE);

        String text = printed(hostile, Colour.PLAIN);

        assertTrue(
                text.codePoints().allMatch(point -> point == '\n' || !Character.isISOControl(point)), "a raw control");
        assertFalse(text.contains("\u202e"));
        assertTrue(text.contains("| \\x1b[2J<script>"), text);
    }

    @Test
    void print_colour_leavesTheWordsAsTheyAre() {
        String plain = printed(Sample.broken(), Colour.PLAIN);
        String painted = printed(Sample.broken(), Colour.ANSI);

        assertFalse(plain.contains("\u001b"));
        assertTrue(painted.contains("\u001b[31;1mFAIL"));
        assertEquals(plain, painted.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void print_manyFailures_namesTheRestOnly() {
        var cases = new io.github.sockspec.verdict.CaseResult[60];
        java.util.Arrays.fill(cases, Sample.fail());

        String text = printed(Sample.results(ExitStatus.BROKEN, Sample.run(Sample.course(), cases)), Colour.PLAIN);

        assertEquals(40, text.split("the smallest delivery that fails", -1).length - 1);
        assertEquals(60, text.split("\nFAIL  |^FAIL  ", -1).length - 1);
    }

    private static String printed(Results results, Colour paint) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new Console(out, paint).print(Recording.of(results));
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
