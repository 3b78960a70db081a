package io.github.sockspec.images;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What compose.yaml asks an engine for. */
class ComposeFileTest {
    private JsonNode reference;

    @BeforeEach
    void read() throws IOException {
        JsonNode file = new YAMLMapper()
                .readTree(DockerfilesTest.IMAGES.resolve("compose.yaml").toFile());
        assertEquals(1, file.path("services").size());
        reference = file.path("services").path("reference");
    }

    static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void ports_allFour_onLoopbackAlone() {
        assertEquals(
                List.of("127.0.0.1:8899:8899", "127.0.0.1:8008:8008", "127.0.0.1:9000:9000/udp", "127.0.0.1:9090:9090"),
                words(reference.path("ports")));
    }

    @Test
    void isolation_noRightsNoWritingAndBounds() {
        assertAll(
                () -> assertEquals(List.of("ALL"), words(reference.path("cap_drop"))),
                () -> assertEquals(List.of("no-new-privileges:true"), words(reference.path("security_opt"))),
                () -> assertTrue(reference.path("read_only").asBoolean()),
                () -> assertTrue(reference.path("mem_limit").isTextual()),
                () -> assertTrue(reference.path("pids_limit").isInt()));
    }

    @Test
    void build_contextAndDockerfile_areThere() {
        JsonNode build = reference.path("build");
        var context = DockerfilesTest.IMAGES.resolve(build.path("context").asText());
        assertTrue(Files.isRegularFile(context.resolve(build.path("dockerfile").asText())));
        assertTrue(Files.isRegularFile(context.resolve(".dockerignore")), "what else is sent to the engine?");
    }
}
