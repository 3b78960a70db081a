package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever way a case ends, the next one finds a program that serves. */
@Timeout(120)
class HandedOnTest {
    /** One client at a time; standard error is read to its end first, so a command that fills the other pipe blocks it. */
    private static final String DEADLOCKS = """
            import socket, struct, subprocess, sys
            listener = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=5)
            while True:
                client, _ = listener.accept()
                try:
                    while command := client.recv(1024):
                        run = subprocess.Popen(command.decode(), shell=True, stdin=-3, stdout=-1, stderr=-1)
                        with run:
                            body = run.stderr.read() or run.stdout.read()
                        client.sendall(struct.pack("<i", len(body)) + body)
                except (OSError, UnicodeError):
                    pass
                client.close()
            """;

    /** Its queue is as short as can be, and it never lets go of its first client: others wait until they give up. */
    private static final String FULL_QUEUE = """
            import socket, struct, subprocess, sys
            listener = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=1)
            client, _ = listener.accept()
            while True:
                command = client.recv(1024)
                if command:
                    done = subprocess.run(command, shell=True, stdin=-3, capture_output=True)
                    body = done.stderr or done.stdout
                    client.sendall(struct.pack("<i", len(body)) + body)
            """;

    private static final String MANIFEST = """
            name: server
            protocol: exec
            role: server
            start: {command: [python3, server.py, "{port}"]}
            dialect: {request: {ends: nothing}, exit: none}
            """;

    @TempDir
    private Path directory;

    private Judged judged(String server, String... only) throws IOException {
        Files.writeString(directory.resolve("server.py"), server);
        Path manifest = Files.writeString(directory.resolve("manifest.yaml"), MANIFEST);
        return Judged.of(directory.resolve("out"), List.of(manifest), only);
    }

    private static List<String> outcomes(Judged judged) {
        return judged.cases().stream()
                .map(each -> each.clause().id() + " " + each.outcome())
                .collect(Collectors.toList());
    }

    @Test
    void run_caseLeavesTheServerDeadlocked_theNextOneIsNotSpoilt() throws IOException {
        Judged judged = judged(DEADLOCKS, "exec/server/EXEC-16/16-mib@never-read", "exec/server/EXEC-17/*");
        assertEquals(List.of("EXEC-16 INCONCLUSIVE", "EXEC-17 PASS"), outcomes(judged), judged::text);
    }

    @Test
    void run_serverTakesOneClientForEver_theClauseThatIsBrokenIsNamed() throws IOException {
        Judged judged = judged(
                FULL_QUEUE,
                "exec/server/EXEC-1/plain@whole",
                "exec/server/EXEC-3/*",
                "exec/server/EXEC-10/plain@fin-at-each-byte",
                "exec/server/EXEC-13/long-command@beside");
        assertEquals(
                List.of("EXEC-1 PASS", "EXEC-3 PASS", "EXEC-10 FAIL", "EXEC-13 WARN"), outcomes(judged), judged::text);
        assertEquals(ExitStatus.BROKEN, judged.results().exit());
        assertEquals(List.of(), judged.results().notes());
    }

    @Test
    void run_dialectHasNoAnswerToACut_notApplicableWhateverElseFails() throws IOException {
        Judged judged = judged(
                "import sys, time\nprint('no server')\n" + SILENT,
                "exec/server/EXEC-5/*cut",
                "exec/server/EXEC-6/*",
                "exec/server/EXEC-5/witness@*");
        assertEquals(
                List.of(),
                judged.cases().stream()
                        .filter(each -> each.outcome() != Outcome.NOT_APPLICABLE)
                        .map(CaseResult::id)
                        .toList(),
                judged::text);
    }

    /** Takes everybody and answers nobody. */
    private static final String SILENT = """
            import socket, threading
            listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
            kept = []
            while True:
                kept.append(listener.accept())
            """;
}
