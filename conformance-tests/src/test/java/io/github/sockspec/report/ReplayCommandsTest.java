package io.github.sockspec.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayCommandsTest {
    private static final ReplayCommands REPLAYS = ReplayCommands.of(Sample.broken());

    @Test
    void of_pass_isEmpty() {
        assertEquals(
                Optional.empty(), REPLAYS.command(Sample.pass("a", Clause.required("EXEC-1"), 1, 1), Sample.course()));
    }

    @Test
    void of_reference_needsNoManifest() {
        Implementation reference = Implementation.reference(Protocol.required("exec"), Role.SERVER);

        assertEquals(
                "./sockspec replay a --results=target/sockspec/results.json",
                REPLAYS.command(Sample.plain("a", Clause.required("EXEC-13"), Outcome.WARN, "why"), reference)
                        .orElseThrow());
    }

    @Test
    void of_longDelivery_leavesItsBytesInTheResults() {
        CaseResult fail = Sample.fail();
        CaseResult huge = new CaseResult(
                fail.id(),
                fail.clause(),
                fail.outcome(),
                fail.finding(),
                fail.tally(),
                Optional.of(Sample.smallest(
                        List.of(Bytes.repeat(Bytes.utf8("x"), ReplayCommands.MOST_BYTES + 1)),
                        "keep",
                        "prompt",
                        Sample.CUT)),
                "",
                fail.took());

        assertFalse(REPLAYS.command(huge, Sample.course()).orElseThrow().contains("--write"));
    }

    @Test
    void join_anyWord_comesOutOfTheShellAsItWentIn() throws Exception {
        List<String> words = List.of("plain", "with space", "it's", "$(id)", "`id`", "a*b", "semi;colon", "", "\\");

        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + ShellWords.join(words)).start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, shell.waitFor());
        assertEquals(String.join("\n", words) + "\n", out);
    }
}
