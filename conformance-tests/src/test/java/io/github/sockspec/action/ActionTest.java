package io.github.sockspec.action;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.docs.Generated;
import io.github.sockspec.docs.Sockspec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The action's steps gate programs as its page says. */
class ActionTest {
    private static final Path ACTION =
            Generated.HOME.resolve(".github/actions/sockspec").toAbsolutePath();
    private static final String RIGHT = "fixtures/implementations/correct/correct-login.yaml";
    private static final String BROKEN = "fixtures/implementations/one-recv-login/one-recv-login.yaml";

    @TempDir
    private Path workspace;

    private final Map<String, String> inputs = new HashMap<>();

    @BeforeEach
    void startJob() throws IOException {
        inputs.put("SOCKSPEC", Sockspec.command(workspace).toString());
        inputs.put("SOCKSPEC_OUT", "report");
        inputs.put("SOCKSPEC_ARGUMENTS", "--only LOGIN-3 --only LOGIN-1 --samples 16");
        inputs.put("GITHUB_OUTPUT", workspace.resolve("outputs").toString());
        inputs.put("GITHUB_STEP_SUMMARY", workspace.resolve("summary").toString());
    }

    @Test
    void rightProgram_jobPasses() throws Exception {
        judge(RIGHT);

        assertAll(
                () -> assertEquals("holds", output("verdict")),
                () -> assertEquals("0", output("exit")),
                () -> assertEquals(
                        "{\"correct-login\":{\"interoperates\":\"1/1\",\"robust\":\"1/1\"}}", output("grades")),
                () -> assertTrue(Files.readString(workspace.resolve("summary")).startsWith("# sockspec: HOLDS")),
                () -> assertEquals(0, gate()));
    }

    @Test
    void brokenProgram_isAnnotatedReportedAndFailsTheJob() throws Exception {
        Sockspec.Outcome judged = judge(BROKEN);

        assertAll(
                () -> assertEquals("broken", output("verdict")),
                () -> assertTrue(
                        judged.said().contains("\n::error file=")
                                && judged.said().contains("title=one-recv-login%3A LOGIN-3 MUST%2C robust::"),
                        judged::said),
                () -> assertTrue(Files.exists(workspace.resolve("report/index.html"))),
                () -> assertEquals(1, gate()));
    }

    @Test
    void baselineThatKnowsTheFailure_jobPasses() throws Exception {
        Path baseline = workspace.resolve("baseline.yaml");
        inputs.put("SOCKSPEC_BASELINE", baseline.toString());
        inputs.merge("SOCKSPEC_ARGUMENTS", " --update-baseline", String::concat);
        judge(BROKEN);
        inputs.merge("SOCKSPEC_ARGUMENTS", "", (with, none) -> with.replace(" --update-baseline", ""));

        judge(BROKEN);

        assertEquals(0, gate(), () -> "after " + output("verdict"));
    }

    @Test
    void severalPrograms_oneOnEachLine_areAllJudged() throws Exception {
        judge(RIGHT, "", BROKEN);

        assertTrue(
                output("grades").contains("correct-login") && output("grades").contains("one-recv-login"));
    }

    @Test
    void missingManifest_isWrongUsageAndNothingOldIsToldAsNew() throws Exception {
        judge(RIGHT);
        Files.delete(workspace.resolve("outputs"));

        judge("none.yaml");

        assertAll(
                () -> assertEquals("usage", output("verdict")),
                () -> assertEquals(2, gate()),
                () -> assertFalse(Files.exists(workspace.resolve("report/results.json"))));
    }

    @Test
    void noVerdictAtAll_neverPasses() throws Exception {
        Files.writeString(workspace.resolve("outputs"), "");

        assertEquals(5, gate());
    }

    private Sockspec.Outcome judge(String... manifests) throws Exception {
        StringBuilder lines = new StringBuilder();
        for (String manifest : manifests) {
            Path known = Generated.HOME.resolve(manifest).toAbsolutePath().normalize();
            lines.append(Files.isRegularFile(known) ? known : manifest).append('\n');
        }
        inputs.put("SOCKSPEC_MANIFEST", lines.toString());
        Sockspec.Outcome judged = step("judge.sh");
        assertEquals(0, judged.status(), judged::said);
        return judged;
    }

    private int gate() throws Exception {
        inputs.put("SOCKSPEC_EXIT", output("exit"));
        inputs.put("SOCKSPEC_VERDICT", output("verdict"));
        return step("gate.sh").status();
    }

    private Sockspec.Outcome step(String script) throws Exception {
        ProcessBuilder step = new ProcessBuilder(ACTION.resolve(script).toString()).directory(workspace.toFile());
        step.environment().putAll(inputs);
        return Sockspec.outcome(step, workspace);
    }

    /** The last value that was given to an output; empty when it has none. */
    private String output(String name) {
        try {
            return Files.readAllLines(workspace.resolve("outputs")).stream()
                    .filter(line -> line.startsWith(name + "="))
                    .reduce("", (one, next) -> next.substring(name.length() + 1));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
