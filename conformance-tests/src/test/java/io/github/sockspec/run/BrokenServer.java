package io.github.sockspec.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.sockspec.spec.Clause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A right server with a small difference that breaks one clause.
 *
 * @param name what it is called
 * @param of the manifest of the right server
 * @param clause what it must be found to fail
 * @param says words that the finding must contain
 * @param edits the difference
 */
record BrokenServer(String name, String of, Clause clause, String says, List<Edit> edits) {
    private static final Path RIGHT = Judged.SERVERS.resolve("correct");

    /** One replacement of a text that stands in {@code file} exactly once. */
    record Edit(String file, String replace, String with) {}

    static Stream<BrokenServer> all() {
        return Stream.of("login", "exec", "digest").flatMap(protocol -> read(protocol).stream());
    }

    private static List<BrokenServer> read(String protocol) {
        try {
            JsonNode file = new YAMLMapper()
                    .readTree(Judged.SERVERS
                            .resolve("broken/" + protocol + ".yaml")
                            .toFile());
            List<BrokenServer> servers = new ArrayList<>();
            for (JsonNode each : file.path("broken")) {
                List<Edit> edits = new ArrayList<>();
                each.path("edits")
                        .forEach(edit -> edits.add(new Edit(
                                edit.path("file").asText(),
                                edit.path("replace").asText(),
                                edit.path("with").asText())));
                servers.add(new BrokenServer(
                        each.path("name").asText(),
                        file.path("of").asText(),
                        Clause.of(each.path("clause").asText()).orElseThrow(),
                        each.path("says").asText(),
                        edits));
            }
            return servers;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes the program and its manifest into {@code directory}. */
    Path build(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(RIGHT)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".py")).toList()) {
                Files.copy(file, directory.resolve(file.getFileName().toString()));
            }
        }
        for (Edit edit : edits) {
            Path file = directory.resolve(edit.file());
            String text = Files.readString(file);
            int at = text.indexOf(edit.replace());
            if (at < 0 || text.indexOf(edit.replace(), at + 1) >= 0) {
                throw new IllegalStateException(name + ": not exactly once in " + edit.file() + ": " + edit.replace());
            }
            Files.writeString(file, text.replace(edit.replace(), edit.with()));
        }
        String manifest = Files.readString(RIGHT.resolve(of + ".yaml")).replace("name: " + of, "name: " + name);
        return Files.writeString(directory.resolve(name + ".yaml"), manifest);
    }

    @Override
    public String toString() {
        return name;
    }
}
