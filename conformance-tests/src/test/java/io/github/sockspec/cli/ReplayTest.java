package io.github.sockspec.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.truth.BrokenPeers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failure that shows again is status 1, whatever kind of failure it is: the level of its clause is no matter here. */
class ReplayTest {
    private static final Path IMPLEMENTATIONS =
            Path.of(System.getProperty("sockspec.home", "..")).resolve("fixtures/implementations");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        // A SHOULD: no delivery, a delivery and what stands beside it, a delivery of its own.
        "exec-leaves-commands-running, correct-exec, exec/server/EXEC-11/long-sleep@rst-while-it-runs",
        "exec-one-client-at-a-time, correct-exec, exec/server/EXEC-13/long-command@beside",
        "exec-port-stays-taken, correct-exec, exec/server/EXEC-15/plain@restarted",
        "exec-sends-while-others-wait, correct-exec, exec/server/EXEC-16/16-mib@never-read",
        "exec-takes-a-fin-for-the-end, correct-exec, exec/server/EXEC-18/plain@half-closed",
        // A MUST: no delivery, a delivery and what follows it.
        "login-leaks-descriptors, correct-login, login/server/LOGIN-10/plain@200-disconnects",
        "exec-dies-of-a-reset, correct-exec, exec/server/EXEC-10/plain@rst-at-each-byte",
        // Datagrams, either level.
        "hello-twice, correct-hello, hello/server/HELLO-6/plain@as-sent",
        "hello-client-asks-once, hello-client, hello/client/HELLO-C3/hello@first-lost",
        // A client.
        "login-client-hides-the-end, login-client, login/client/LOGIN-C4/again@fin-at-each-byte"
    })
    void replay_failureOfEachKind_isOneForTheBrokenAndZeroForTheRight(String broken, String right, String id)
            throws Exception {
        String manifest = BrokenPeers.named(broken)
                .build(Files.createDirectory(directory.resolve("broken")))
                .toString();
        String correct = IMPLEMENTATIONS.resolve("correct/" + right + ".yaml").toString();
        Path out = directory.resolve("out");
        Said run = Said.by("run", "-i", manifest, "--only", id, "--out", out.toString());
        String results = out.resolve("results.json").toString();
        assertAll(
                () -> assertStatus(1, Said.by("replay", id, "-i", manifest, "--results", results), run),
                () -> assertStatus(0, Said.by("replay", id, "-i", correct), run));
    }

    @Test
    void replay_shouldByItsNameAlone_isOne() throws Exception {
        String manifest = BrokenPeers.named("exec-leaves-commands-running")
                .build(Files.createDirectory(directory.resolve("broken")))
                .toString();
        Said said = Said.by("replay", "exec/server/EXEC-11/long-sleep@rst-while-it-runs", "-i", manifest);
        assertEquals(1, said.status(), said.out() + said.err());
    }

    private static void assertStatus(int expected, Said said, Said run) {
        assertEquals(expected, said.status(), () -> said.out() + said.err() + "\nof " + run.out());
    }
}
