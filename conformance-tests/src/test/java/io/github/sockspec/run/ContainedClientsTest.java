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
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients and tools in a container, over TCP and UDP: served there, with confirmed cuts, and judged as when launched. */
@NeedsEngine
class ContainedClientsTest {
    @TempDir
    private Path directory;

    private Path manifest = Path.of("");

    @BeforeEach
    void dockerfile() throws IOException {
        manifest = directory.resolve("contained.yaml");
        for (String program : List.of(
                "correct/login_client.py",
                "clients/one_recv_login_client.py",
                "correct/hello_client.py",
                "correct/digest_tool.py")) {
            Path file = Judged.SERVERS.resolve(program);
            Files.copy(file, directory.resolve(file.getFileName()));
        }
        Files.writeString(
                directory.resolve("Dockerfile"),
                "FROM " + TestImages.of("python") + "\nCOPY *.py /opt/sockspec/\nENTRYPOINT [\"python3\"]\n");
    }

    @AfterEach
    void remove() {
        if (Manifests.read(manifest).start() instanceof Start.Image image) {
            Engine.here().images().remove(image.image());
        }
    }

    @Test
    void run_rightLoginClient_holdsAndCutsAreConfirmed() throws IOException {
        Judged judged =
                judged("login", "client", "[login_client.py, \"{host}\", \"{port}\"]", "login/client/LOGIN-C2/*");

        judged.requiresNoAlarm();
        assertTrue(
                judged.cases().stream()
                        .allMatch(
                                each -> each.tally().confirmed() == each.tally().tried()),
                judged::text);
        assertTrue(judged.cases().stream().anyMatch(each -> each.tally().confirmed() > 10), judged::text);
    }

    @Test
    void run_clientThatReadsOnce_fails() throws IOException {
        Judged judged = judged(
                "login", "client", "[one_recv_login_client.py, \"{host}\", \"{port}\"]", "login/client/LOGIN-C2/*");

        assertTrue(judged.clauses(Outcome.FAIL).contains("LOGIN-C2"), judged::text);
    }

    @Test
    void run_helloClient_holds() throws IOException {
        judged("hello", "client", "[hello_client.py, \"{host}\", \"{port}\"]", "hello/client/HELLO-C1/*")
                .requiresNoAlarm();
    }

    @Test
    void run_clientThatFixesItsServersAddress_isServedThere() throws IOException {
        Files.writeString(
                directory.resolve("login_client.py"),
                Files.readString(directory.resolve("login_client.py")).replace("sys.argv[1]", "'192.168.13.22'"));
        Judged judged = judged(
                "login",
                "client",
                "[login_client.py, \"-\", \"8899\"]\n  address: 192.168.13.22:8899",
                "login/client/LOGIN-C1/*");

        judged.requiresNoAlarm();
        assertEquals(
                List.of(),
                judged.cases().stream()
                        .filter(each -> each.outcome() != Outcome.PASS)
                        .map(CaseResult::id)
                        .collect(Collectors.toList()));
    }

    @Test
    void run_tool_readsTheFileThatItIsGiven() throws IOException {
        judged("digest", "tool", "[digest_tool.py, \"{file}\"]", "digest/tool/DIGEST-T1/*")
                .requiresNoAlarm();
    }

    private Judged judged(String protocol, String role, String command, String only) throws IOException {
        String input = protocol.equals("login") ? "stdin: [\"{user}\", \"{password}\"]\n" : "";
        Files.writeString(
                manifest,
                "name: contained\nprotocol: " + protocol + "\nrole: " + role + "\nstart:\n  build: .\n  command: "
                        + command + "\n" + input);
        return Judged.of(directory.resolve("out"), List.of(manifest), only);
    }
}
