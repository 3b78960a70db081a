package io.github.sockspec.house;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * A tool of the system that some tests need. Where it is missing, its tests are reported as skipped; where
 * {@code -Dsockspec.NAME=required} says that it has to be there, they fail.
 */
public final class RequiredTool {
    private RequiredTool() {}

    /** Where it is. */
    public static Path named(String name) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        Optional<Path> found = Stream.of(path.split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseThrow(() -> missing(name));
    }

    private static RuntimeException missing(String name) {
        String property = "sockspec." + name.toLowerCase(Locale.ROOT);
        if ("required".equals(System.getProperty(property))) {
            throw new AssertionFailedError(name + " is not installed, and -D" + property + "=required asks for it");
        }
        return new TestAbortedException(name + " is not installed");
    }
}
