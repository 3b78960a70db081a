package io.github.sockspec.action;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.sockspec.docs.Generated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every workflow and action of this project keeps to. */
class WorkflowsTest {
    /** A release, whole: {@code v4} alone would move under us, and a commit's id tells a reader nothing. */
    private static final Pattern RELEASE = Pattern.compile("[\\w.-]+/[\\w.-]+@v\\d+\\.\\d+\\.\\d+");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Generated.HOME.resolve(".github"))) {
            return all.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
        }
    }

    static Stream<Path> workflows() throws IOException {
        return files().filter(file -> file.getParent().endsWith("workflows"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void uses_areReleasesOrOurOwn(Path file) throws IOException {
        assertAll(read(file).findValuesAsText("uses").stream()
                .map(uses -> () -> assertTrue(
                        uses.startsWith("./")
                                ? Files.exists(Generated.HOME.resolve(uses))
                                : RELEASE.matcher(uses).matches(),
                        uses)));
    }

    /** Text pasted into a script can become part of it: what comes from outside travels in the environment. */
    @ParameterizedTest
    @MethodSource("files")
    void run_hasNoExpressions(Path file) throws IOException {
        assertAll(read(file).findValuesAsText("run").stream().map(run -> () -> assertTrue(!run.contains("${{"), run)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void run_scriptsOfOurs_areThere(Path file) throws IOException {
        Pattern ours = Pattern.compile("\\.(github|ci)/[\\w/.-]+");
        List<String> named = read(file).findValuesAsText("run").stream()
                .flatMap(run -> ours.matcher(run).results().map(found -> found.group()))
                .toList();
        assertAll(named.stream()
                .map(script -> () -> assertTrue(Files.isExecutable(Generated.HOME.resolve(script)), script)));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void workflow_mayOnlyReadUnlessAJobSaysOtherwise(Path file) throws IOException {
        JsonNode workflow = read(file);

        assertAll(
                () -> assertTrue(workflow.at("/permissions/contents").asText().equals("read"), "permissions"),
                () -> assertTrue(workflow.path("permissions").size() == 1, "no more than that"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void job_hasALimitOfTime(Path file) throws IOException {
        read(file)
                .path("jobs")
                .properties()
                .forEach(job ->
                        assertTrue(job.getValue().has("uses") || job.getValue().has("timeout-minutes"), job.getKey()));
    }

    private static JsonNode read(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }
}
