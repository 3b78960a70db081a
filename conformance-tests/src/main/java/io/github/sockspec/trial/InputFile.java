package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.program.Implementation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file that a client or a tool is given, gone when it is closed. */
public record InputFile(Optional<Path> path) implements AutoCloseable {
    /** That of a client which sends a file's content in {@code script}; no file for others. */
    static InputFile of(Implementation implementation, String script) {
        return implementation
                .conversations()
                .file(script)
                .map(InputFile::holding)
                .orElseGet(() -> new InputFile(Optional.empty()));
    }

    public static InputFile holding(Bytes content) {
        try {
            Path file = Files.createTempFile("sockspec-", ".bin");
            Files.write(file, content.toArray());
            return new InputFile(Optional.of(file));
        } catch (IOException full) {
            throw new UncheckedIOException("no file could be made", full);
        }
    }

    /** A file of {@code length} zeros, which takes no room on most systems. */
    public static InputFile sparse(long length) {
        InputFile file = holding(Bytes.EMPTY);
        try (FileChannel channel = FileChannel.open(file.path().orElseThrow(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), length - 1);
            return file;
        } catch (IOException full) {
            file.close();
            throw new UncheckedIOException("no file could be made", full);
        }
    }

    /** What the file holds. */
    static Bytes content(Path file) {
        try {
            return Bytes.of(Files.readAllBytes(file));
        } catch (IOException gone) {
            throw new UncheckedIOException("a file that was made can't be read", gone);
        }
    }

    @Override
    public void close() {
        path.ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException inUse) {
                file.toFile().deleteOnExit();
            }
        });
    }
}
