package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.truth.BrokenPeers;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** EXEC-11: only a command that was seen to run can be seen to end, whoever is there to tell of it. */
class AbandonedCommandTest {
    /** Serves one client at a time, and dies of a command in the background before it starts anything. */
    private static final String DIES = """
            import socket, struct, subprocess, sys

            listener = socket.create_server(("127.0.0.1", int(sys.argv[1])), backlog=20)
            while True:
                client, _ = listener.accept()
                with client, client.makefile("rb") as lines:
                    for line in lines:
                        if b" & " in line:
                            sys.exit("cannot run this")
                        done = subprocess.run(line, shell=True, stdin=subprocess.DEVNULL, capture_output=True)
                        body = done.stderr or done.stdout
                        client.sendall(struct.pack("<i", len(body)) + body)
            """;

    @TempDir
    private Path directory;

    private CaseResult judged(Path manifest) {
        List<CaseResult> cases = Judged.of(directory.resolve("out"), List.of(manifest), "EXEC-11")
                .cases();
        assertEquals(1, cases.size());
        return cases.get(0);
    }

    private CaseResult judged(String manifest) {
        return judged(Judged.SERVERS.resolve(manifest));
    }

    @Test
    void run_serverThatDiedBeforeItStartedAnything_isInconclusiveAndSaysSo() throws Exception {
        Files.writeString(directory.resolve("server.py"), DIES);
        Path manifest = Files.writeString(directory.resolve("dies.yaml"), """
                name: dies
                protocol: exec
                role: server
                start:
                  command: [python3, server.py, "{port}"]
                """);
        CaseResult result = judged(manifest);
        assertEquals(Outcome.INCONCLUSIVE, result.outcome(), result::reason);
        assertTrue(result.reason().contains("ended before the command was seen to start"), result::reason);
        assertTrue(result.reason().contains("cannot run this"), result::reason);
    }

    @Test
    void run_serverOfOneClientAtATimeThatEndsTheCommand_holds() {
        CaseResult result = judged("independent/perl/exec-server-one-at-a-time.yaml");
        assertEquals(Outcome.PASS, result.outcome(), result::reason);
    }

    @Test
    void run_serverOfOneClientAtATimeThatLeavesIt_warns() {
        CaseResult result = judged("course-exec/course-exec.yaml");
        assertEquals(Outcome.WARN, result.outcome(), result::reason);
    }

    @Test
    void run_serverThatDiesOfTheResetAndEndsItsCommand_holds() throws Exception {
        Path peer = BrokenPeers.named("exec-dies-of-a-reset").build(Files.createDirectory(directory.resolve("peer")));
        CaseResult result = judged(peer);
        assertEquals(Outcome.PASS, result.outcome(), result::reason);
    }
}
