package io.github.sockspec.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.protocol.Transport;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.ResultsJson;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TryProgramTest {
    private static final String COUNTER = Path.of(System.getProperty("sockspec.home", ".."))
            .resolve("conformance-tests/src/test/resources/written/counter.py")
            .toAbsolutePath()
            .normalize()
            .toString();

    private final Path directory;

    TryProgramTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private Said tried(List<String> options, String... program) {
        List<String> words = new ArrayList<>(List.of("try", "--samples", "8", "--out", directory.toString()));
        words.addAll(options);
        words.addAll(List.of(program));
        return Said.by(words.toArray(String[]::new));
    }

    private RecordedResults.Run results() {
        return ResultsJson.read(directory.resolve("results.json")).runs().get(0);
    }

    private Map<String, String> verdicts() {
        Map<String, String> verdicts = new TreeMap<>();
        results().cases().forEach(each -> verdicts.put(each.id(), each.verdict()));
        return verdicts;
    }

    @Test
    void try_rightServer_holdsWithAnswersThatWereLearned() {
        Said said = tried(
                List.of("--say", "?\\n", "--only", "STREAM-1", "--only", "STREAM-2", "--only", "STREAM-3"),
                "--",
                "python3",
                COUNTER,
                "{port}");

        assertAll(
                () -> assertEquals(0, said.status(), said.out() + said.err()),
                () -> assertTrue(said.out().contains("learned        said, message 1: \"0\\n\""), said.out()),
                () -> assertTrue(said.out().contains("learned        twice, message 2: \"0\\n\""), said.out()),
                () -> assertEquals("pass", verdicts().get("python3/server/STREAM-3/twice@joined")),
                () -> assertTrue(
                        Files.readString(directory.resolve("index.html")).contains("Learned")));
    }

    @Test
    void try_datagrams_areJudgedByWhatIsHeard() {
        Path lengths = Path.of(COUNTER).resolveSibling("lengths.py");
        List<String> said = List.of("--udp", "--say", "1234name", "--hear", "12344");
        List<String> wrong = List.of("--udp", "--say", "1234name", "--hear", "12345");

        assertAll(
                () -> assertEquals(
                        0,
                        tried(said, "--only", "DATAGRAM-1", "--", "python3", lengths.toString(), "{port}")
                                .status()),
                () -> assertEquals(
                        1,
                        tried(wrong, "--only", "DATAGRAM-1", "--", "python3", lengths.toString(), "{port}")
                                .status()));
    }

    @Test
    void try_serverThatTakesOneReadForARequest_namesTheSmallestCut() {
        Said said = tried(
                List.of("--say", "+17\\n", "--only", "STREAM-1", "--only", "STREAM-2"),
                "--",
                "python3",
                COUNTER,
                "{port}",
                "one-recv");

        RecordedCase cut = results().cases().stream()
                .filter(each -> each.id().equals("python3/server/STREAM-2/said@every-cut"))
                .findFirst()
                .orElseThrow();
        assertAll(
                () -> assertEquals(1, said.status(), said.out() + said.err()),
                () -> assertTrue(said.out().contains("STREAM-2"), said.out()),
                () -> assertEquals("fail", cut.verdict()),
                () -> assertEquals(2, cut.smallest().write().size()));
    }

    @Test
    void try_save_writesAManifestThatRunJudgesTheSame() {
        String only = "STREAM-2";
        Path saved = directory.resolve("saved.yaml");
        Said said = tried(
                List.of(
                        "--say",
                        "+1\\n",
                        "--hear",
                        "1\\n",
                        "--hex",
                        "3f 0a",
                        "--only",
                        only,
                        "--save",
                        saved.toString()),
                "--",
                "python3",
                COUNTER,
                "{port}");
        Map<String, String> tried = verdicts();

        Said again =
                Said.by("run", "-i", saved.toString(), "--only", only, "--samples", "8", "--out", directory.toString());

        assertAll(
                () -> assertEquals(0, said.status(), said.out() + said.err()),
                () -> assertEquals(0, again.status(), again.out() + again.err()),
                () -> assertEquals(tried, verdicts()),
                () -> assertTrue(Files.readString(saved).contains("{say: \"+1\\n\", hear: \"1\\n\"}")),
                () -> assertTrue(Files.readString(saved).contains("{say: \"?\\n\", hear: learned}")));
    }

    @Test
    void try_addressOfAServerThatRuns_isJudgedThere() throws IOException {
        try (OneReadServer server = new OneReadServer()) {
            Path manifest = server.manifest(directory);
            String address = Files.readAllLines(manifest).stream()
                    .filter(line -> line.contains("127.0.0.1:"))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll(".*(127\\.0\\.0\\.1:\\d+).*", "$1");

            Said said = tried(List.of("--say", "chen|123\\n", "--only", "STREAM-1"), address);

            assertEquals(0, said.status(), said.out() + said.err());
            assertEquals(address, results().implementation().identity().address());
        }
    }

    @Test
    void try_wrongUsage_isRefusedInOneLine() throws IOException {
        Path there = Files.writeString(directory.resolve("there.yaml"), "");
        try (ServerSocket nobody = new ServerSocket(0)) {
            assertAll(
                    () -> refused("nothing is said", List.of(), "--", "x", "{port}"),
                    () -> refused("no program is given", List.of("--say", "a")),
                    () -> refused("put {port} into the command", List.of("--say", "a"), "--", "python3", COUNTER),
                    () -> refused("give HOST:PORT", List.of("--say", "a"), "--", "python3", COUNTER),
                    () -> refused("\\q is no escape", List.of("--say", "a\\q"), "--", "x", "{port}"),
                    () -> refused("two hexadecimal digits", List.of("--say", "\\x4"), "--", "x", "{port}"),
                    () -> refused("--hex takes pairs", List.of("--hex", "4"), "--", "x", "{port}"),
                    () -> refused("--say is empty", List.of("--say", ""), "--", "x", "{port}"),
                    () -> refused("there is no file", List.of("--file", "no-such"), "--", "x", "{port}"),
                    () -> refused(
                            "datagrams are never joined",
                            List.of("--say", "a", "--hear", "b", "--udp", "--lockstep"),
                            "127.0.0.1:1"),
                    () -> refused("--image needs --port", List.of("--say", "a", "--image", "x")),
                    () -> refused("--port goes with --image", List.of("--say", "a", "--port", "1"), "127.0.0.1:1"),
                    () -> refused(
                            "can't be learned", List.of("--say", "a", "--udp"), "127.0.0.1:" + nobody.getLocalPort()),
                    () -> refused(
                            "is there already", List.of("--say", "a", "--save", there.toString()), "127.0.0.1:1"));
        }
    }

    private void refused(String why, List<String> options, String... program) {
        Said said = tried(options, program);

        assertEquals(2, said.status(), said.out() + said.err());
        assertTrue(said.err().contains(why), said.err());
        assertEquals(2, said.err().lines().count(), said.err());
    }

    @Test
    void read_escapes_areBytes() {
        assertEquals(
                "\"a\\r\\n\\t\\x00\\xff\\\\\"",
                EscapedText.read("a\\r\\n\\t\\0\\xff\\\\").toString());
    }

    @Test
    void name_ofAProtocolThatIsKnown_isAnother() {
        List<Talk.Turn> turns = List.of(new Talk.Turn(Optional.of("\"a\""), List.of()));
        TriedManifest.Manner manner = new TriedManifest.Manner(Transport.TCP, TriedManifest.Order.LOCKSTEP);

        assertEquals("hello-program", new TriedManifest("hello", List.of(), turns, manner).name());
        assertEquals("127.0.0.1-80", new TriedManifest("127.0.0.1:80", List.of(), turns, manner).name());
    }
}
