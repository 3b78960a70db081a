package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.manifest.Manifests;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Instance;
import io.github.sockspec.program.Instances;
import io.github.sockspec.program.Start;
import io.github.sockspec.report.script.Reproduction;
import io.github.sockspec.truth.BrokenPeers;
import io.github.sockspec.verdict.CaseResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failure's script shows it with the broken program and not with the right one. */
class ReproductionTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "login-one-read-one-request, login/server/LOGIN-3/accepted@every-cut, correct-login",
        "exec-one-read-one-command, exec/server/EXEC-5/once@every-cut, correct-exec",
        "exec-runs-a-command-again-later, exec/server/EXEC-5/once@whole, correct-exec",
        "exec-closes-after-an-error-text, exec/server/EXEC-4/several@whole, correct-exec",
        "exec-deadlocks-on-standard-error, exec/server/EXEC-9/error-fills-first@whole, correct-exec",
        "exec-dies-of-a-reset, exec/server/EXEC-10/plain@rst-at-each-byte, correct-exec",
        "exec-one-client-at-a-time, exec/server/EXEC-13/long-command@beside, correct-exec",
        "digest-header-by-one-read, digest/server/DIGEST-3/hello-chen@every-cut, correct-digest",
        "hello-twice, hello/server/HELLO-6/plain@as-sent, correct-hello",
        "hello-remembers, hello/server/HELLO-2/plain@duplicated, correct-hello",
        "hello-dies-of-icmp, hello/server/HELLO-5/departed@as-sent, correct-hello"
    })
    void script_ofServer_showsTheFailureOfTheBrokenOneAlone(String broken, String id, String right) throws Exception {
        requireShown(
                BrokenPeers.named(broken).build(Files.createDirectory(directory.resolve("broken"))),
                Judged.SERVERS.resolve("correct/" + right + ".yaml"),
                id);
    }

    @ParameterizedTest
    @CsvSource({
        "login-client-once-one-read, login/client/LOGIN-C2/plain@every-composition, login-client-once",
        "login-client-takes-the-end-for-fail, login/client/LOGIN-C4/plain@fin-at-each-byte, login-client",
        "exec-client-asks-on-after-minus-one, exec/client/EXEC-C5/marked@length-negative, exec-client-prompts",
        "exec-client-strips, exec/client/EXEC-C1/newlines-marked@whole, exec-client-prompts",
        "exec-client-reads-beyond, exec/client/EXEC-C2/two-marked@joined, exec-client-asks-ahead"
    })
    void script_ofEditedClient_showsTheFailureOfTheBrokenOneAlone(String broken, String id, String right)
            throws Exception {
        requireShownOfClient(
                BrokenPeers.named(broken).build(Files.createDirectory(directory.resolve("broken"))), right, id);
    }

    private void requireShown(Path broken, Path right, String id) throws Exception {
        Path script = script(broken, id);
        requireStatusAtServer(1, script, broken);
        requireStatusAtServer(0, script, right);
    }

    private void requireStatusAtServer(int expected, Path script, Path manifest) throws Exception {
        try (Instance server = Instances.start(Manifests.read(manifest))) {
            requireStatus(
                    expected,
                    List.of(
                            "python3",
                            script.toString(),
                            server.address().getAddress().getHostAddress(),
                            String.valueOf(server.address().getPort())));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "one-recv-login-client, login/client/LOGIN-C2/again@every-cut, login-client",
        "one-recv-header, exec/client/EXEC-C2/two-marked@every-cut, exec-client",
        "no-end-check, exec/client/EXEC-C4/two-marked@fin-at-each-byte, exec-client",
        "course-hello-client, hello/client/HELLO-C3/hello@first-lost, hello-client",
        "course-hello-client, hello/client/HELLO-C4/hello@stranger-first, hello-client"
    })
    void script_ofClient_showsTheFailureOfTheBrokenOneAlone(String broken, String id, String right) throws Exception {
        requireShownOfClient(Judged.SERVERS.resolve("clients").resolve(broken + ".yaml"), right, id);
    }

    private void requireShownOfClient(Path broken, String right, String id) throws Exception {
        Path script = script(broken, id);
        List<String> words = new ArrayList<>(List.of("python3", script.toString()));
        requireStatus(1, words);
        words.addAll(List.of("127.0.0.1", "0"));
        words.addAll(command(Judged.SERVERS.resolve("correct"), right));
        requireStatus(0, words);
    }

    /** What starts the program of a manifest from anywhere: a script launches what it is given in the broken one's place. */
    private static List<String> command(Path place, String name) {
        Start start = Manifests.read(place.resolve(name + ".yaml")).start();
        return ((Start.Command) start)
                .command().stream()
                        .map(word -> Files.isRegularFile(place.resolve(word))
                                ? place.resolve(word)
                                        .toAbsolutePath()
                                        .normalize()
                                        .toString()
                                : word)
                        .toList();
    }

    @Test
    void script_withNobodyToAsk_isTwo() throws Exception {
        Path script = script(
                Judged.SERVERS.resolve("one-recv-login/one-recv-login.yaml"),
                "login/server/LOGIN-3/accepted@every-cut");
        String python = script.toString();
        assertAll(
                () -> requireStatus(2, List.of("python3", python)),
                () -> requireStatus(2, List.of("python3", python, "127.0.0.1", "port")),
                () -> requireStatus(2, List.of("python3", python, "127.0.0.1", "1")));
    }

    /** The script of a case that the program of {@code manifest} fails. */
    private Path script(Path manifest, String id) throws IOException {
        Judged judged = Judged.of(directory.resolve("out"), List.of(manifest), id);
        Implementation program = Manifests.read(manifest);
        CaseResult result = judged.cases().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no case " + id));
        String script = Reproduction.of(result, program).orElseThrow(() -> new AssertionError(judged.text()));
        return Files.writeString(directory.resolve("script.py"), script);
    }

    /** Runs it; its status is no proof without the sentence that goes with it, since Python's own failures give 1 too. */
    private void requireStatus(int expected, List<String> command) throws IOException, InterruptedException {
        Path output = directory.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(90, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = command + " said\n" + Files.readString(output, StandardCharsets.UTF_8);
        assertTrue(ended, () -> "it does not end: " + said);
        assertEquals(expected, process.exitValue(), said);
        assertEquals(expected == 1, said.contains("\nthe failure shows: "), said);
    }
}
