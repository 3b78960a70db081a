package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.engine.Engine;
import io.github.sockspec.engine.NeedsEngine;
import io.github.sockspec.engine.TestImages;
import io.github.sockspec.manifest.Manifests;
import io.github.sockspec.program.Start;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same program gets the same verdicts launched and in its container. */
@NeedsEngine
class ContainedRunTest {
    @TempDir
    private Path directory;

    @Test
    void run_rightLoginServer_sameVerdicts() throws IOException {
        Map<String, Outcome> contained = verdicts(
                "login", "server", "[python3, correct/login_server.py, \"{host}\", \"{port}\", \"{accounts}\"]");

        same(verdicts("correct/correct-login.yaml", "login/server/*"), contained);
        assertTrue(contained.values().stream().filter(Outcome.PASS::equals).count() > 10, contained::toString);
    }

    @Test
    void run_courseLoginServer_failsTheSameCases() throws IOException {
        Files.copy(Judged.SERVERS.resolve("one-recv-login/login_server.py"), directory.resolve("login_server.py"));
        Files.writeString(
                directory.resolve("Dockerfile"),
                "FROM " + TestImages.of("python") + "\nCOPY login_server.py /opt/sockspec/one-recv/\n");
        Map<String, Outcome> contained = verdictsOf("""
                name: contained
                protocol: login
                role: server
                start:
                  build: .
                  port: 8899
                  command: [python3, one-recv/login_server.py, "{host}", "{port}", "{accounts}"]
                """, "login/server/LOGIN-3/*");

        same(verdicts("one-recv-login/one-recv-login.yaml", "login/server/LOGIN-3/*"), contained);
        assertTrue(contained.containsValue(Outcome.FAIL), contained::toString);
    }

    @Test
    void run_rightHelloServer_sameVerdicts() throws IOException {
        Map<String, Outcome> contained =
                verdicts("hello", "server", "[python3, correct/hello_server.py, \"{host}\", \"{port}\"]");

        same(verdicts("correct/correct-hello.yaml", "hello/server/*"), contained);
    }

    /** What can be asked of a launched program; of a contained one, more can be. */
    private static void same(Map<String, Outcome> launched, Map<String, Outcome> contained) {
        launched.values().removeIf(Outcome.NOT_APPLICABLE::equals);
        contained.keySet().retainAll(launched.keySet());
        assertEquals(launched, contained);
    }

    private Map<String, Outcome> verdicts(String protocol, String role, String command) throws IOException {
        String manifest = "name: contained\nprotocol: " + protocol + "\nrole: " + role + "\nstart:\n  image: "
                + TestImages.of("python") + "\n  port: 8899\n  command: " + command + "\n";
        return verdictsOf(manifest, protocol + "/" + role + "/*");
    }

    private Map<String, Outcome> verdictsOf(String manifest, String only) throws IOException {
        Path file = Files.writeString(directory.resolve("contained.yaml"), manifest);
        Map<String, Outcome> verdicts = verdicts(file, only);
        if (Manifests.read(file).start() instanceof Start.Image image
                && image.build().isPresent()) {
            Engine.here().images().remove(image.image());
        }
        return verdicts;
    }

    private Map<String, Outcome> verdicts(String manifest, String only) {
        return verdicts(Judged.SERVERS.resolve(manifest), only);
    }

    /** The verdict of each case. */
    private Map<String, Outcome> verdicts(Path manifest, String only) {
        Map<String, Outcome> verdicts = new TreeMap<>();
        Judged judged = Judged.of(directory.resolve("out"), List.of(manifest), only);
        for (CaseResult result : judged.cases()) {
            verdicts.put(result.id(), result.outcome());
        }
        return verdicts;
    }
}
