package io.github.sockspec.run;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.sockspec.engine.Composed;
import io.github.sockspec.engine.NeedsEngine;
import io.github.sockspec.engine.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What compose.yaml starts serves all four protocols on the ports that it publishes, and says that it is well. */
@NeedsEngine
class ComposedTest {
    private static final Map<String, String> PORTS =
            Map.of("login", "8899/tcp", "exec", "8008/tcp", "hello", "9000/udp", "digest", "9090/tcp");

    @TempDir
    private Path directory;

    @Test
    void up_allFourProtocols_areServed() throws IOException {
        JsonNode service = new YAMLMapper()
                .readTree(BrokenInside.IMAGES.resolve("compose.yaml").toFile())
                .path("services")
                .path("reference");
        try (Composed reference = new Composed(service, TestImages.of("reference"))) {
            await().until(reference::healthy);
            List<Path> manifests = new ArrayList<>();
            for (Map.Entry<String, String> port : PORTS.entrySet()) {
                String protocol = port.getKey();
                manifests.add(Files.writeString(
                        directory.resolve(protocol + ".yaml"),
                        "name: composed-" + protocol + "\nprotocol: " + protocol + "\nrole: server\nstart:\n"
                                + "  address: 127.0.0.1:" + reference.published(port.getValue()) + "\n"));
            }
            Judged.of(directory.resolve("out"), manifests, "*/server/*-1/plain@*")
                    .requiresNoAlarm();
        }
    }
}
