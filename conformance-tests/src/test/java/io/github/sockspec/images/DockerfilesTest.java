package io.github.sockspec.images;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every Dockerfile under {@code fixtures/images} promises, as far as its text shows it. */
class DockerfilesTest {
    static final Path IMAGES =
            Path.of(System.getProperty("sockspec.home", "..")).resolve("fixtures/images");

    static List<Path> dockerfiles() throws IOException {
        try (Stream<Path> files = Files.walk(IMAGES)) {
            List<Path> found = files.filter(file -> file.endsWith("Dockerfile")).toList();
            assertFalse(found.isEmpty(), () -> "there are no Dockerfiles in " + IMAGES);
            return found;
        }
    }

    private static List<String> instructions(Path dockerfile, String word) throws IOException {
        try (Stream<String> lines = Files.lines(dockerfile)) {
            return lines.filter(line -> line.startsWith(word + " "))
                    .map(line -> line.substring(word.length()).strip())
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void from_everyStage_isTheSmallDebian(Path dockerfile) throws IOException {
        List<String> bases = instructions(dockerfile, "FROM");
        assertFalse(bases.isEmpty());
        bases.forEach(base -> assertEquals("debian:bookworm-slim", base.split(" ", 2)[0]));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void user_lastStage_isNobodyOfTheHost(Path dockerfile) throws IOException {
        assertEquals(List.of("10001:10001"), instructions(dockerfile, "USER"));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void healthcheck_asksTheKernelAndKnocksAtNoDoor(Path dockerfile) throws IOException {
        assertEquals(
                List.of("--interval=30s --timeout=5s CMD [\"listens.sh\"]"), instructions(dockerfile, "HEALTHCHECK"));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void comment_saysHowItIsBuilt(Path dockerfile) throws IOException {
        String name = IMAGES.relativize(dockerfile).getParent().toString();
        String text = Files.readString(dockerfile);
        assertAll(
                () -> assertTrue(text.contains("docker build -t sockspec/" + name + " -f fixtures/images/" + name)),
                () -> assertEquals(text.contains("AS build"), text.contains("LABEL io.github.sockspec.stage=build")));
    }
}
