package io.github.sockspec.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there whole or not at all: written beside its place and then moved into it. */
public final class ReportFile {
    private ReportFile() {}

    /** Writes to a stream that its user need not close. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes {@code content} to {@code target}, whose directory is made if need be.
     *
     * @throws UncheckedIOException when that can't be done; its message names the file
     */
    public static void write(Path target, Content content) {
        Path directory = target.toAbsolutePath().getParent();
        try {
            Files.createDirectories(directory);
            Path whole = Files.createTempFile(directory, "." + target.getFileName(), ".part");
            try {
                try (OutputStream out = Files.newOutputStream(whole)) {
                    content.writeTo(out);
                }
                readable(whole);
                move(whole, target);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(target + " can't be written", failed);
        }
    }

    /** As {@link #write(Path, Content)}, with text in UTF-8. */
    public static void write(Path target, String text) {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A temporary file is its owner's alone; a report is as readable as any file made there. */
    private static void readable(Path file) {
        if (!file.toFile().setReadable(true, false)) {
            throw new IllegalStateException(file + " can't be made readable");
        }
    }

    private static void move(Path from, Path target) throws IOException {
        try {
            Files.move(from, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherwise) {
            Files.move(from, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
