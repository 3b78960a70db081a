package io.github.sockspec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.github.sockspec.report.web.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real run against a server whose every word is meant for the reader's browser or terminal, looked at in a browser. */
class HostilePageTest {
    private static final String SERVER = """
            import socket, sys, threading
            HOSTILE = [
                b'</script><script>window.ran=1</script>', b'<img src=x onerror="window.ran=1">',
                b'"><svg onload=window.ran=1>', b"'-window.ran-'", b'{{#x}}{{{headline}}}', b'</pre></style></title>',
                b'\\x1b[2J\\x1b]0;owned\\x07\\x9b31m', '\\u202egnp.exe\\u2066\\u200b'.encode(), b'\\xff\\xfe\\xc3\\x28\\x00',
                b'A' * 70000,
            ]
            def serve(client, number):
                with client:
                    while client.recv(1024):
                        answer = HOSTILE[number % len(HOSTILE)]
                        for out in (sys.stdout.buffer, sys.stderr.buffer):
                            out.write(answer + b'\\n')
                            out.flush()
                        client.sendall(answer)
            listener = socket.create_server(('127.0.0.1', int(sys.argv[1])))
            number = 0
            while True:
                threading.Thread(target=serve, args=(listener.accept()[0], number), daemon=True).start()
                number += 1
            """;

    private static final String MANIFEST = """
            name: "<script>window.ran=1</script>\\u202e&amp;"
            protocol: login
            role: server
            start:
              command: [python3, server.py, "{port}"]
            """;

    @Test
    void run_serverThatAnswersMarkup_isShownAndNeverInterpreted(@TempDir Path directory) throws IOException {
        try (Chromium chromium = Chromium.start()) {
            Path page = report(directory);
            try (Chromium.Seen seen = chromium.open(page)) {
                open(seen.page());

                assertEquals(null, seen.page().evaluate("window.ran"));
                assertEquals(1, seen.page().locator("script").count());
                assertEquals(
                        0,
                        seen.page().locator("img, main svg[onload], main style").count());
                assertEquals(List.of(), seen.complaints());
                String text = seen.page().locator("main").textContent();
                assertTrue(text.contains("<script>window.ran=1</script>"), text);
                assertEquals("", text.replaceAll("[^\\p{Cc}\\p{Cf}]|\\n", ""), "nothing that hides or steers");
                assertEquals(1200, seen.page().evaluate("document.documentElement.scrollWidth"));
            }
        }
    }

    private static Path report(Path directory) throws IOException {
        Files.writeString(directory.resolve("server.py"), SERVER);
        Path manifest = Files.writeString(directory.resolve("hostile.yaml"), MANIFEST);
        Path out = directory.resolve("out");
        Said said = Said.by(
                "run",
                "--quiet",
                "-i",
                manifest.toString(),
                "--only",
                "LOGIN-1",
                "--only",
                "LOGIN-2",
                "--out",
                out.toString());
        assertEquals(1, said.status(), said.err());
        return out.resolve("index.html");
    }

    private static void open(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    }
}
