package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.verdict.CaseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What comes behind the harness's own end of stream is charged to what it comes of. */
@Timeout(120)
class AfterEndTest {
    private static final String SERVER = """
            import socket, sys, threading, time
            listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
            def serve(client):
                with client:
                    for line in client.makefile("rb"):
                        client.sendall(b"success")
                        %s
                    %s
            while True:
                threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()
            """;

    private static final String MANIFEST = """
            name: server
            protocol: login
            role: server
            start: {command: [python3, server.py, "{port}"]}
            credentials: [[chen, "123"]]
            """;

    @TempDir
    private Path directory;

    private Judged judged(String behindAnswer, String behindEnd) throws IOException {
        Files.writeString(directory.resolve("server.py"), SERVER.formatted(behindAnswer, behindEnd));
        Path manifest = Files.writeString(directory.resolve("manifest.yaml"), MANIFEST);
        return Judged.of(
                directory.resolve("out"),
                List.of(manifest),
                "login/server/LOGIN-1/plain@whole",
                "login/server/LOGIN-12/*");
    }

    private static List<String> outcomes(Judged judged) {
        return judged.cases().stream()
                .map(each -> each.clause().id() + " " + each.outcome())
                .toList();
    }

    @Test
    void run_lineEndInASegmentOfItsOwn_isChargedToTheAnswer() throws IOException {
        Judged judged = judged("time.sleep(0.05); client.sendall(b'\\n')", "pass");
        assertEquals("LOGIN-1 FAIL", outcomes(judged).get(0), judged::text);
        CaseResult failed = judged.cases().get(0);
        assertEquals("more came than was asked for", failed.reason());
        assertTrue(failed.actual().contains("\\n"), failed::actual);
    }

    @Test
    void run_wordBehindTheEnd_isChargedToTheEnd() throws IOException {
        Judged judged = judged("pass", "client.sendall(b'goodbye')");
        assertEquals(List.of("LOGIN-1 PASS", "LOGIN-12 WARN"), outcomes(judged), judged::text);
    }

    /** Until a send fails: the reading on has to be bounded. */
    @Test
    void run_wordsWithoutEndBehindTheEnd_areChargedToTheEnd() throws IOException {
        Judged judged = judged("pass", "[client.sendall(b'fail') for _ in range(1 << 30)]");
        assertEquals(List.of("LOGIN-1 PASS", "LOGIN-12 WARN"), outcomes(judged), judged::text);
    }

    @Test
    void run_nothingBehindTheEnd_holds() throws IOException {
        Judged judged = judged("pass", "pass");
        assertEquals(List.of("LOGIN-1 PASS", "LOGIN-12 PASS"), outcomes(judged), judged::text);
    }
}
