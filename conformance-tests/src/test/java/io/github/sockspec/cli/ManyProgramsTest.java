package io.github.sockspec.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.ResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many programs, many machines: directories of manifests, shards, merged results, and pairs. */
class ManyProgramsTest {
    private static final Path PROGRAMS =
            Path.of(System.getProperty("sockspec.home", "..")).resolve("fixtures/implementations");

    private final Path directory;

    ManyProgramsTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }

    private RecordedResults read(String out) {
        return ResultsJson.read(directory.resolve(out).resolve("results.json"));
    }

    /** What a run says of each case, without what differs from run to run. */
    private List<String> verdicts(String out) {
        return read(out).runs().stream()
                .flatMap(run ->
                        run.cases().stream().map(each -> run.implementation().name() + " " + verdict(each)))
                .toList();
    }

    private static String verdict(RecordedCase each) {
        return each.id() + " " + each.verdict() + " " + each.deliveries() + " " + each.failed();
    }

    @Test
    void shards_merged_areTheWholeRun() {
        String[] what = {"run", "--quiet", "--only", "LOGIN-1", "--only", "LOGIN-3", "--samples", "16"};
        for (int index = 1; index <= 3; index++) {
            Said said = Said.by(with(what, "--shard", index + "/3", "--out", path("part" + index)));
            assertEquals(0, said.status(), said.out() + said.err());
        }
        Said.by(with(what, "--out", path("whole")));

        Said merged = Said.by("merge", path("part1"), path("part2"), path("part3"), "--out", path("merged"));

        assertEquals(0, merged.status(), merged.err());
        assertEquals(verdicts("whole"), verdicts("merged"));
        assertEquals(
                read("whole").runs().get(0).grades(),
                read("merged").runs().get(0).grades());
        for (String report : List.of("results.json", "junit.xml", "summary.md", "index.html")) {
            assertTrue(Files.exists(directory.resolve("merged").resolve(report)), report);
        }
        assertEquals(0, Said.by("diff", path("whole"), path("merged")).status());
    }

    private static String[] with(String[] words, String... more) {
        return java.util.stream.Stream.of(words, more)
                .flatMap(java.util.stream.Stream::of)
                .toArray(String[]::new);
    }

    @Test
    void shard_withNothingToDo_holdsAndSaysSo() {
        String[] one = {"run", "--only", "login/server/LOGIN-1/plain@whole"};
        int said = 0;
        for (int index = 1; index <= 2; index++) {
            Said part = Said.by(with(one, "--shard", index + "/2", "--out", path("part" + index)));
            assertEquals(0, part.status(), part.out() + part.err());
            said += part.out().contains("has none of the cases") ? 1 : 0;
        }
        assertEquals(1, said, "one of two shards has the only case");
        assertEquals(
                0,
                Said.by("merge", path("part1"), path("part2"), "--out", path("merged"))
                        .status());
    }

    @Test
    void merge_gatesLikeARun() throws IOException {
        try (OneReadServer server = new OneReadServer()) {
            String manifest = server.manifest(directory).toString();
            for (int index = 1; index <= 2; index++) {
                Said.by(
                        "run",
                        "--only",
                        "LOGIN-3",
                        "--samples",
                        "8",
                        "-i",
                        manifest,
                        "--shard",
                        index + "/2",
                        "--out",
                        path("part" + index));
            }
        }
        String baseline = path("baseline.yaml");
        String[] merge = {"merge", path("part1"), path("part2"), "--out", path("merged")};

        Said plain = Said.by(merge);
        Said written = Said.by(with(merge, "--baseline", baseline, "--update-baseline"));
        Said excused = Said.by(with(merge, "--baseline", baseline));

        assertAll(
                () -> assertEquals(1, plain.status(), plain.out() + plain.err()),
                () -> assertTrue(plain.out().contains("BROKEN  a MUST does not hold: LOGIN-3"), plain.out()),
                () -> assertEquals(0, written.status(), written.out()),
                () -> assertEquals(0, excused.status(), excused.out()),
                () -> assertEquals(0, read("merged").exit()));
    }

    @Test
    void merge_wrongParts_isWrongUsageInOneLine() {
        Said.by("run", "--only", "LOGIN-1", "--shard", "1/2", "--out", path("part1"));

        Said missing = Said.by("merge", path("part1"), "--out", path("merged"));
        Said twice = Said.by("merge", path("part1"), path("part1"), "--out", path("merged"));
        Said none = Said.by("merge");

        assertAll(
                () -> assertEquals(2, missing.status()),
                () -> assertTrue(missing.err().matches("sockspec: shard 2/2 is missing, [^\\n]*\\n"), missing.err()),
                () -> assertTrue(twice.err().startsWith("sockspec: shard 1/2 is given twice"), twice.err()),
                () -> assertEquals(2, none.status()));
    }

    @Test
    void shard_wrong_isWrongUsage() {
        Said said = Said.by("run", "--shard", "3/2");

        assertEquals(2, said.status());
        assertTrue(said.err().contains("a shard is i/n with i from 1 to n, like 2/8, not 3/2"), said.err());
    }

    @Test
    void run_directory_judgesEveryManifestBelowInTheOrderOfTheirNames() throws IOException {
        Files.createDirectories(directory.resolve("programs/deeper"));
        Files.createDirectories(directory.resolve("programs/.hidden"));
        Files.writeString(directory.resolve("programs/.hidden/no.yaml"), "not: a manifest\n");
        for (String name : List.of("b.yaml", "deeper/c.yml", "a.yaml")) {
            Files.writeString(directory.resolve("programs/" + name), """
                    name: %s
                    protocol: login
                    role: server
                    start: {command: [python3, login_server.py, "{host}", "{port}", "{accounts}"], directory: %s}
                    """.formatted(
                            name, PROGRAMS.resolve("one-recv-login").toAbsolutePath()));
        }

        Said said = Said.by("run", "--quiet", "--only", "LOGIN-1", "-i", path("programs"), "--out", path("out"));

        assertEquals(
                List.of("a.yaml", "b.yaml", "deeper/c.yml"),
                read("out").runs().stream()
                        .map(each -> each.implementation().name())
                        .toList(),
                said.out() + said.err());
    }

    @Test
    void run_directoryWithoutManifest_isWrongUsage() throws IOException {
        Said said = Said.by(
                "run", "-i", Files.createDirectories(directory.resolve("empty")).toString());

        assertEquals(2, said.status());
        assertTrue(said.err().contains("empty: there is no manifest (*.yaml) below it"), said.err());
    }

    @Test
    void pair_serverThatBreaks_isBlamedAndWritten() throws IOException {
        Said said = Said.by(
                "pair",
                "-i",
                PROGRAMS.resolve("correct/login-client.yaml").toString(),
                "-i",
                PROGRAMS.resolve("one-recv-login/one-recv-login.yaml").toString(),
                "--out",
                path("out"));

        assertEquals(1, said.status(), said.out() + said.err());
        assertTrue(said.out().contains("server breaks (requests)"), said.out());
        assertTrue(Files.readString(directory.resolve("out/pair.md")).contains("server breaks"));
    }

    @Test
    void pair_rightPrograms_hold() {
        Said said = Said.by(
                "pair",
                "-i",
                PROGRAMS.resolve("correct/login-client.yaml").toString(),
                "-i",
                PROGRAMS.resolve("correct/correct-login.yaml").toString(),
                "--out",
                path("out"));

        assertEquals(0, said.status(), said.out() + said.err());
        assertTrue(said.out().contains("both hold"), said.out());
    }

    @Test
    void pair_withoutAClient_isWrongUsage() {
        Said said = Said.by(
                "pair", "-i", PROGRAMS.resolve("correct/correct-login.yaml").toString());

        assertEquals(2, said.status());
        assertTrue(said.err().contains("no client is given"), said.err());
    }
}
