package io.github.sockspec.images;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.manifest.Manifests;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each manifest beside the Dockerfiles is one that the suite can run, and makes the image that its name begins with. */
class ImageManifestsTest {
    private static final Set<String> NO_MANIFESTS = Set.of("compose.yaml", "broken.yaml");

    static List<Path> manifests() throws IOException {
        try (Stream<Path> files = Files.list(DockerfilesTest.IMAGES)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !NO_MANIFESTS.contains(file.getFileName().toString()))
                    .toList();
            assertTrue(found.size() >= 24, () -> "a server of each protocol for each image, and more: " + found);
            return found;
        }
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void read_manifest_buildsTheImageItIsNamedAfter(Path manifest) {
        Implementation implementation = Manifests.read(manifest);
        Start.Image start = assertInstanceOf(Start.Image.class, implementation.start());
        String image = implementation.name().split("-", 2)[0];

        assertEquals(manifest.getFileName().toString(), implementation.name() + ".yaml");
        assertEquals(
                DockerfilesTest.IMAGES.resolve(image + "/Dockerfile").normalize(),
                start.build().orElseThrow().dockerfile());
    }
}
