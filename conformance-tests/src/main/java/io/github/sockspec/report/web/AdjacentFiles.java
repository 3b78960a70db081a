package io.github.sockspec.report.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory a page goes to, with what lies beside it. Results may come from anywhere: a name in them leads to a file
 * below this directory, or to none.
 *
 * @param directory where the page goes
 */
record AdjacentFiles(Path directory) {
    /** A longer script is linked only: nobody reads it in a page. */
    private static final long MOST_SHOWN = 64 * 1024;

    /** The text of the file called {@code name}; empty when there is none, or it is too long to be shown. */
    Optional<String> text(@Nullable String name) {
        return file(name).flatMap(AdjacentFiles::read);
    }

    /** {@code name}, when it is the name of a file below the directory, as a link has it. */
    Optional<String> link(@Nullable String name) {
        URI here = real(directory).toUri();
        return file(name).map(file -> here.relativize(file.toUri()).getRawPath());
    }

    private Optional<Path> file(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return Optional.empty();
        }
        try {
            Path file = real(directory.resolve(name));
            boolean below = file.startsWith(real(directory)) && Files.isRegularFile(file);
            return below ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /** Where it really lies, links followed; where there is nothing, the name itself. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException absent) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Files.size(file) > MOST_SHOWN
                    ? Optional.empty()
                    : Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
