package io.github.sockspec.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.sockspec.truth.BrokenPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A right server with a small difference that shows only where the kernel sets limits; from
 * {@code fixtures/images/broken.yaml}.
 *
 * @param name what it is called
 * @param id the case that it must be found to fail
 * @param says words that the finding must contain
 * @param edits the difference
 */
record BrokenInside(String name, String id, String says, List<BrokenPeer.Edit> edits) {
    static final Path IMAGES = Judged.SERVERS.resolveSibling("images");

    private static final Path RIGHT = Judged.SERVERS.resolve("correct");

    static List<BrokenInside> all() throws IOException {
        JsonNode file = new YAMLMapper().readTree(IMAGES.resolve("broken.yaml").toFile());
        List<BrokenInside> all = new ArrayList<>();
        for (JsonNode each : file.path("broken")) {
            List<BrokenPeer.Edit> edits = new ArrayList<>();
            each.path("edits")
                    .forEach(edit -> edits.add(new BrokenPeer.Edit(
                            edit.path("file").asText(),
                            edit.path("replace").asText(),
                            edit.path("with").asText())));
            all.add(new BrokenInside(
                    each.path("name").asText(),
                    each.path("case").asText(),
                    each.path("says").asText(),
                    edits));
        }
        return all;
    }

    String protocol() {
        return id.split("/", 2)[0];
    }

    String command() {
        String accounts = protocol().equals("login") ? ", \"{accounts}\"" : "";
        return "[python3, /broken/" + name + "/" + protocol() + "_server.py, \"{host}\", \"{port}\"" + accounts + "]";
    }

    /** Writes the program into {@code directory}. */
    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> files = Files.list(RIGHT)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".py")).toList()) {
                Files.copy(file, directory.resolve(file.getFileName().toString()));
            }
        }
        for (BrokenPeer.Edit edit : edits) {
            edit.apply(name, directory);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
