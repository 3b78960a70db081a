package io.github.sockspec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatTest {
    /** Answers the first program that is started, and gives a wrong answer as the next one. */
    private static final String NOW_THIS_NOW_THAT = """
            import os, socket, sys
            marker = sys.argv[3] + "/started"
            answer = b"fail" if os.path.exists(marker) else b"success"
            open(marker, "w").close()
            listener = socket.create_server((sys.argv[1], int(sys.argv[2])))
            while True:
                connection, _ = listener.accept()
                connection.makefile("rb").readline()
                connection.sendall(answer)
                connection.close()
            """;

    private static final String CASE = "login/server/LOGIN-1/plain@whole";

    private final Path directory;

    RepeatTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private JsonNode report() throws IOException {
        return new JsonMapper().readTree(directory.resolve("stability.json").toFile());
    }

    @Test
    void stability_reference_isStableUnderBothConditions() throws IOException {
        Said said = Said.by("stability", "-n", "2", "--load", "1", "--only", CASE, "--out", directory.toString());

        assertEquals(0, said.status(), said.out() + said.err());
        assertTrue(said.out().contains("STABLE  1 case, the same each time"), said.out());
        assertTrue(said.out().contains("run 2 of 2  under load"), said.out());
        JsonNode first = report().path("cases").path(0);
        assertEquals(2, first.path("quiet").path("pass").asInt());
        assertEquals(2, first.path("loaded").path("pass").asInt());
        assertTrue(Files.readString(directory.resolve("stability.md")).contains("always the same"));
    }

    @Test
    void stability_programSaysNowThisNowThat_isInconclusiveAndNamed() throws IOException {
        Files.writeString(directory.resolve("server.py"), NOW_THIS_NOW_THAT);
        Path manifest = Files.writeString(directory.resolve("moody.yaml"), """
                name: moody
                protocol: login
                role: server
                start:
                  command: [python3, server.py, "{host}", "{port}", %s]
                """.formatted(directory));
        Said said = Said.by(
                "stability", "-n", "2", "--only", CASE, "-i", manifest.toString(), "--out", directory.toString());

        assertEquals(4, said.status(), said.out() + said.err());
        assertTrue(said.out().contains("moody  login/server/LOGIN-1/plain@whole  pass 1, fail 1"), said.out());
        assertTrue(said.out().contains("UNSTABLE  1 of 1 case"), said.out());
        assertEquals(1, report().path("unstable").asInt());
    }

    @Test
    void stability_noTimes_isWrongUsage() {
        Said said = Said.by("stability", "-n", "0");

        assertEquals(2, said.status());
        assertTrue(said.err().contains("--times is at least 1, not 0"), said.err());
    }
}
