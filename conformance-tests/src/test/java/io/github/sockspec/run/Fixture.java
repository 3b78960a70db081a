package io.github.sockspec.run;

import io.github.sockspec.manifest.Manifests;
import io.github.sockspec.program.Implementation;
import java.nio.file.Files;
import java.nio.file.Path;

/** The programs under {@code fixtures/implementations/}. */
final class Fixture {
    private Fixture() {}

    /** The program whose manifest is {@code name}, below that directory and without its ending. */
    static Implementation of(String name) {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(root.resolve("fixtures/implementations"))) {
            root = root.getParent();
        }
        return Manifests.read(root.resolve("fixtures/implementations").resolve(name + ".yaml"));
    }
}
