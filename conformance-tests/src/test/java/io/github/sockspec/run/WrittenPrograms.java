package io.github.sockspec.run;

import java.nio.file.Path;
import java.util.List;

/** The programs of protocols that are written down in {@code src/test/resources/written}. */
final class WrittenPrograms {
    static final Path FILES =
            Path.of(System.getProperty("sockspec.home", "..")).resolve("conformance-tests/src/test/resources/written");

    private WrittenPrograms() {}

    /** Judges the program of that manifest by the cases that {@code only} matches. */
    static Judged judged(Path out, String manifest, String... only) {
        return Judged.of(out, List.of(FILES.resolve(manifest)), only);
    }
}
