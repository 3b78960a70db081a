package io.github.sockspec.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.ResultsJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in docs: their shell lines are run as they stand, each part in a process of its own. */
class ShardExamplesTest {
    private static final Path HOME =
            Path.of(System.getProperty("sockspec.home", "..")).toAbsolutePath().normalize();

    private final Path directory;

    ShardExamplesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static JsonNode example(String name) throws IOException {
        return new YAMLMapper()
                .readTree(HOME.resolve("docs/examples").resolve(name).toFile());
    }

    /** A command called sockspec that is this build's, with only a few cases. */
    private Path sockspec(Path where) throws IOException {
        Path script = Files.writeString(where.resolve("sockspec"), """
                #!/bin/sh
                command=$1; shift
                case $command in run) set -- "$@" --only LOGIN-1 --only LOGIN-2 --only LOGIN-9 --quiet ;; esac
                exec '%s/bin/java' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' '%s' "$command" "$@"
                """.formatted(
                        System.getProperty("java.home"), System.getProperty("java.class.path"), Main.class.getName()));
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    private Path programs(Path where) throws IOException {
        Path programs = Files.createDirectories(where.resolve("programs"));
        Path server = HOME.resolve("fixtures/implementations/correct/login_server.py");
        Files.copy(server, programs.resolve("login_server.py"));
        Files.copy(server.resolveSibling("correct-login.yaml"), programs.resolve("correct-login.yaml"));
        return programs;
    }

    /** Runs {@code lines} as a shell does; its exit status. */
    private int shell(String lines, Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", lines)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        assertEquals(0, status, said);
        return status;
    }

    @Test
    void kubernetesJob_everyIndex_isOneShardOfTheWhole() throws Exception {
        JsonNode spec = example("sharded-job.yaml").path("spec");
        JsonNode container =
                spec.path("template").path("spec").path("containers").path(0);
        String lines = container.path("command").path(2).asText();
        int shards = spec.path("completions").asInt();
        assertEquals("Indexed", spec.path("completionMode").asText());
        assertEquals(
                String.valueOf(shards),
                container.path("env").path(0).path("value").asText());

        for (int index = 0; index < shards; index++) {
            shell(
                    lines,
                    Map.of(
                            "JOB_COMPLETION_INDEX", String.valueOf(index),
                            "SHARDS", String.valueOf(shards),
                            "SOCKSPEC", sockspec(directory).toString(),
                            "PROGRAMS",
                                    Files.exists(directory.resolve("programs"))
                                            ? directory.resolve("programs").toString()
                                            : programs(directory).toString(),
                            "RESULTS", directory.toString()));
        }

        assertWhole(IntStream.rangeClosed(1, shards)
                .mapToObj(index -> "part-" + index)
                .toList());
    }

    @Test
    void workflow_everyShardAndTheMerge_doWhatTheirLinesSay() throws Exception {
        JsonNode jobs = example("sharded-workflow.yml").path("jobs");
        String judge = step(jobs.path("shard"), "Judge one part");
        sockspec(directory);
        programs(directory);
        Files.createDirectories(directory.resolve("parts"));
        for (JsonNode shard : jobs.path("shard").path("strategy").path("matrix").path("shard")) {
            shell(judge, Map.of("SHARD", shard.asText()));
            Files.move(directory.resolve("part-" + shard.asText()), directory.resolve("parts/part-" + shard.asText()));
        }

        shell(
                step(jobs.path("merge"), "Put the parts together"),
                Map.of(
                        "GITHUB_STEP_SUMMARY",
                        directory.resolve("job-summary.md").toString()));

        assertTrue(Files.readString(directory.resolve("job-summary.md")).startsWith("# sockspec: HOLDS"));
        assertCases(ResultsJson.read(directory.resolve("whole/results.json")));
    }

    private static String step(JsonNode job, String name) {
        for (JsonNode step : job.path("steps")) {
            if (step.path("name").asText().equals(name)) {
                return step.path("run").asText();
            }
        }
        throw new AssertionError("no step is called " + name);
    }

    private void assertWhole(List<String> parts) {
        List<String> words = new ArrayList<>(
                List.of("merge", "--out", directory.resolve("whole").toString()));
        parts.forEach(part -> words.add(directory.resolve(part).toString()));
        Said said = Said.by(words.toArray(String[]::new));
        assertEquals(0, said.status(), said.err());
        assertCases(ResultsJson.read(directory.resolve("whole/results.json")));
    }

    private static void assertCases(RecordedResults whole) {
        List<String> ids =
                whole.runs().get(0).cases().stream().map(each -> each.id()).toList();
        assertTrue(ids.contains("login/server/LOGIN-1/plain@whole"), ids::toString);
        assertTrue(ids.contains("login/server/LOGIN-2/again@whole"), ids::toString);
        assertEquals(ids.stream().distinct().count(), ids.size());
    }
}
