package io.github.sockspec.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.stream.Stream;

/** A directory of an instance's own, gone when it is closed. */
final class ScratchDirectory implements AutoCloseable {
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_FILES = 5_000;

    private final Path root;

    private ScratchDirectory(Path root) {
        this.root = root;
    }

    static ScratchDirectory create() {
        try {
            return new ScratchDirectory(Files.createTempDirectory("sockspec-"));
        } catch (IOException full) {
            throw new StartFailure("no scratch directory could be made: " + full.getMessage(), full);
        }
    }

    Path write(String name, byte[] content) {
        try {
            Path file = root.resolve(name);
            Files.createDirectories(file.resolve("..").normalize());
            Files.deleteIfExists(file);
            return Files.write(file, content);
        } catch (IOException full) {
            throw new StartFailure("a scratch file could not be written: " + full.getMessage(), full);
        }
    }

    /**
     * Copies {@code directory} to {@code name}. Links are copied as links.
     *
     * @throws StartFailure when it holds more than belongs to a program that can be copied for every start
     */
    Path copy(Path directory, String name) {
        Path copy = root.resolve(name);
        try {
            Files.walkFileTree(directory, new Copying(directory, copy));
            return copy;
        } catch (IOException | UncheckedIOException unreadable) {
            throw new StartFailure(directory + " could not be copied: " + unreadable.getMessage(), unreadable);
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;
        private long bytes;
        private int files;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(to.resolve(from.relativize(directory)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            files++;
            bytes += attributes.size();
            if (files > MOST_FILES || bytes > MOST_BYTES) {
                throw new StartFailure(from + " is too big to be copied for every start: more than " + MOST_FILES
                        + " files or " + (MOST_BYTES >> 20)
                        + " MiB; give the program a directory of its own, or no files");
            }
            if (!attributes.isOther()) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(root)) {
            // What is in a directory before the directory. Only a process that is still there could hold anything, and
            // that was said already by whoever ended it.
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException | UncheckedIOException gone) {
            // That is what was asked for.
        }
    }
}
