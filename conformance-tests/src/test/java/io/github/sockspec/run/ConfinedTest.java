package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.sockspec.engine.Engine;
import io.github.sockspec.engine.NeedsEngine;
import io.github.sockspec.engine.TestImages;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases that need a kernel's limits: right servers pass them, and each finds the broken one that was written for it. */
@NeedsEngine
class ConfinedTest {
    private static final String BROKEN =
            "sockspec-test/broken:" + ProcessHandle.current().pid();

    private static final String COURSE_CASE = "digest/server/DIGEST-6/1-gib@one-chunk-in-128-mib";
    private static final String TOOL_CASE = "digest/tool/DIGEST-T2/zeros@1-gib-in-128-mib";

    private static final String KILLED = "out of memory: the kernel killed it (OOM kill) after ";

    @TempDir
    private static Path programs;

    @TempDir
    private Path directory;

    @BeforeAll
    static void build() throws IOException {
        for (BrokenInside each : BrokenInside.all()) {
            each.write(programs.resolve(each.name()));
        }
        Files.writeString(
                programs.resolve("whole_file_tool.py"),
                "import hashlib, sys\nprint(hashlib.md5(open(sys.argv[1], 'rb').read()).hexdigest())\n");
        Files.writeString(programs.resolve("Dockerfile"), "FROM " + TestImages.of("python") + "\nCOPY . /broken\n");
        Engine.here().images().build(programs, BROKEN);
    }

    @AfterAll
    static void remove() {
        Engine.here().images().remove(BROKEN);
    }

    static List<BrokenInside> brokenServers() throws IOException {
        return BrokenInside.all();
    }

    @ParameterizedTest
    @MethodSource("brokenServers")
    void run_brokenServer_failsItsCaseWithTheIntendedWords(BrokenInside broken) throws IOException {
        CaseResult result = only(manifest(broken.name(), broken.protocol(), broken.command()), broken.id());

        assertTrue(
                List.of(Outcome.FAIL, Outcome.WARN).contains(result.outcome())
                        && result.reason().contains(broken.says()),
                () -> broken + " must say \"" + broken.says() + "\", and said: " + result.outcome() + " "
                        + result.reason() + "\n" + result.lastWords());
    }

    /** The course's own server copies all that it has of a chunk with each read: on a slow machine it never comes to its limit. */
    @Test
    void run_courseDigestServer_failsForWhatItKeeps() throws IOException {
        CaseResult result = only(
                manifest("course-digest", "digest", "[python3, course/digest_server.py, \"{host}\", \"{port}\"]"),
                COURSE_CASE);

        assertEquals(Outcome.FAIL, result.outcome(), result::reason);
        assertTrue(
                result.reason().startsWith(KILLED)
                        || result.reason()
                                .equals(
                                        "its memory grew with what was sent, stayed while the connection did, and went when"
                                                + " it was closed"),
                result::reason);
    }

    /** What it keeps goes with no connection, so that nothing is shown before the kernel ends it. */
    @Test
    void run_serverThatKeepsAllMessages_isKilledForItsMemory() throws IOException {
        BrokenInside keeps = BrokenInside.all().stream()
                .filter(each -> each.name().equals("digest-gathers-a-message"))
                .findFirst()
                .orElseThrow();
        CaseResult result = only(manifest(keeps.name(), keeps.protocol(), keeps.command()), COURSE_CASE);

        assertEquals(Outcome.FAIL, result.outcome(), result::reason);
        assertTrue(result.reason().startsWith(KILLED), result::reason);
        assertEquals("an OOM kill", result.actual());
    }

    @Test
    void run_toolThatReadsAFileWhole_isKilledForItsMemory() throws IOException {
        CaseResult result = only(
                "name: whole\nprotocol: digest\nrole: tool\nstart:\n  image: " + BROKEN
                        + "\n  command: [python3, /broken/whole_file_tool.py, \"{file}\"]\n",
                TOOL_CASE);

        assertEquals(Outcome.FAIL, result.outcome(), result::reason);
        assertEquals("out of memory: the kernel killed it (OOM kill)", result.reason(), result::lastWords);
    }

    @Test
    void brokenPeers_thereIsOneForEveryCaseThatNeedsAContainer() throws IOException {
        Set<String> found =
                BrokenInside.all().stream().map(BrokenInside::id).collect(Collectors.toCollection(TreeSet::new));
        found.addAll(List.of(COURSE_CASE, TOOL_CASE));
        assertEquals(confined(""), found, "a case that no broken peer fails shows nothing");
    }

    static Stream<String> rightServers() {
        return Stream.of(
                "reference-login",
                "reference-exec",
                "reference-digest",
                "python-login",
                "python-exec",
                "python-digest");
    }

    @ParameterizedTest
    @MethodSource("rightServers")
    void run_rightServer_holdsWithinEveryLimit(String name) throws IOException {
        Path manifest = Files.writeString(directory.resolve("right.yaml"), onTestImage(name));
        Set<String> ids = confined(name.substring(name.indexOf('-') + 1) + "/server/");
        List<CaseResult> results = Judged.of(directory.resolve("out"), List.of(manifest), ids.toArray(String[]::new))
                .cases();

        assertEquals(ids.size(), results.size(), results::toString);
        results.forEach(each -> assertEquals(
                Outcome.PASS, each.outcome(), () -> each.id() + ": " + each.reason() + "\n" + each.lastWords()));
    }

    /** The manifest beside compose.yaml, on the image that was built for the tests. */
    private static String onTestImage(String name) throws IOException {
        String manifest = Files.readString(BrokenInside.IMAGES.resolve(name + ".yaml"));
        JsonNode build = new YAMLMapper().readTree(manifest).path("start").path("build");
        String image = Path.of(build.path("dockerfile").asText())
                .getParent()
                .getFileName()
                .toString();
        return manifest.replaceFirst("  build: .*", "  image: " + TestImages.of(image));
    }

    /** The cases that need a container and begin like this. */
    private static Set<String> confined(String beginning) {
        return Catalogue.all().stream()
                .filter(Case::confined)
                .map(Case::id)
                .filter(id -> id.startsWith(beginning))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private CaseResult only(String manifest, String id) throws IOException {
        Path file = Files.writeString(directory.resolve("judged.yaml"), manifest);
        List<CaseResult> results =
                Judged.of(directory.resolve("out"), List.of(file), id).cases();
        assertEquals(1, results.size(), results::toString);
        return results.get(0);
    }

    private static String manifest(String name, String protocol, String command) {
        String image = name.startsWith("course") ? TestImages.of("python") : BROKEN;
        return "name: " + name + "\nprotocol: " + protocol + "\nrole: server\nstart:\n  image: " + image
                + "\n  port: 9999\n  command: " + command + "\n";
    }
}
