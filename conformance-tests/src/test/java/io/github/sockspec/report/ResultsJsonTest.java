package io.github.sockspec.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsJsonTest {
    private final Path directory;

    ResultsJsonTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void write_brokenRun_hasTheSchemasFields() throws IOException {
        JsonNode json = written();

        assertEquals(1, json.get("schema").asInt());
        assertEquals("sockspec", json.at("/suite/name").asText());
        assertEquals(42, json.get("seed").asInt());
        assertEquals(1, json.get("exit").asInt());
        assertEquals(4711, json.at("/runs/0/implementation/identity/pid").asInt());
        assertEquals("exec", json.at("/runs/0/implementation/protocol").asText());
        assertEquals(
                "{\"held\":1,\"of\":2}", json.at("/runs/0/grades/interoperates").toString());
        assertEquals(
                "{\"pass\":1,\"fail\":1,\"warn\":1,\"not-applicable\":1,\"inconclusive\":1}",
                json.at("/runs/0/summary").toString());
    }

    @Test
    void write_failedCase_hasItsDeliveryAndCommand() throws IOException {
        JsonNode failed = written().at("/runs/0/cases/3");

        assertEquals("EXEC-5", failed.get("clause").asText());
        assertEquals("MUST", failed.get("level").asText());
        assertEquals("robust", failed.get("grade").asText());
        assertEquals("fail", failed.get("verdict").asText());
        assertEquals(7, failed.get("deliveries").asInt());
        assertEquals("[\"65\",\"63686f2068690a\"]", failed.at("/smallest/write").toString());
        assertEquals("keep", failed.at("/smallest/end").asText());
        assertEquals("taken", failed.at("/smallest/seen/2/fact").asText());
        assertEquals("confirmed", failed.at("/smallest/seen/2/how").asText());
        assertEquals(12.3, failed.get("millis").asDouble());
        assertTrue(failed.get("replay").asText().startsWith("./sockspec replay exec/server/EXEC-5/echo@every-cut"));
    }

    @Test
    void write_passedCase_hasNeitherSmallestNorReplay() throws IOException {
        JsonNode passed = written().at("/runs/0/cases/0");

        assertTrue(passed.path("smallest").isMissingNode());
        assertTrue(passed.path("replay").isMissingNode());
    }

    @Test
    void write_programThatNeverRan_saysWhyAndHasNoIdentity() throws IOException {
        RunResult run = new RunResult(
                Sample.course(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(2),
                List.of(),
                List.of(),
                Optional.of("no such program"));
        Path file = directory.resolve("results.json");
        ResultsJson.write(Recording.of(Sample.results(ExitStatus.TROUBLE, run)), file);

        RecordedResults.Run read = ResultsJson.read(file).runs().get(0);

        assertEquals("no such program", read.trouble());
        assertNull(read.implementation().identity());
        assertEquals(List.of(), read.cases());
    }

    @Test
    void write_again_replacesAndLeavesNothingBeside() throws IOException {
        Path file = directory.resolve("deep/er/results.json");
        ResultsJson.write(Recording.of(Sample.broken()), file);
        ResultsJson.write(Recording.of(Sample.results(ExitStatus.NOTHING_RAN)), file);

        assertEquals(6, ResultsJson.read(file).exit());
        try (var files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void read_whatWasWritten_givesTheDeliveryBack() {
        Path file = directory.resolve("results.json");
        ResultsJson.write(Recording.of(Sample.broken()), file);

        RecordedResults.Run run = ResultsJson.read(file).runs().get(0);
        RecordedCase.Delivered delivered = run.cases().get(3).smallest();

        assertEquals("course-exec-server", run.implementation().name());
        assertNotNull(delivered);
        assertEquals(List.of(Bytes.utf8("e"), Bytes.utf8("cho hi\n")), delivered.write());
    }

    @Test
    void read_fieldsOfALaterRelease_ignoresThem() throws IOException {
        Path file = directory.resolve("results.json");
        Files.writeString(file, "{\"schema\":1,\"new\":{},\"runs\":[]}");

        assertEquals(List.of(), ResultsJson.read(file).runs());
    }

    @Test
    void read_noSuchFile_saysSo() {
        assertRefused(directory.resolve("none.json"), "there is no such file");
    }

    @Test
    void read_otherSchema_saysSo() throws IOException {
        assertRefused(file("{\"schema\":2,\"runs\":[]}"), "schema is 2; this release reads schema 1");
    }

    @Test
    void read_notJson_saysSo() throws IOException {
        assertRefused(file("<html>"), "not a results.json");
        assertRefused(file(""), "not a results.json");
        assertRefused(file("[]"), "not a results.json");
        assertRefused(file("null"), "not a results.json");
    }

    @Test
    void read_withoutRuns_saysSo() throws IOException {
        assertRefused(file("{\"schema\":1}"), "runs");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("some.json"), content);
    }

    private static void assertRefused(Path file, String why) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> ResultsJson.read(file))
                .getMessage());
        assertTrue(message.startsWith(file.toString()) && message.contains(why), message);
    }

    private JsonNode written() throws IOException {
        Path file = directory.resolve("results.json");
        ResultsJson.write(Recording.of(Sample.broken()), file);
        return new ObjectMapper().readTree(file.toFile());
    }
}
