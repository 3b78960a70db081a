package io.github.sockspec.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The files of {@code fixtures/} that this program brings with it. */
public final class ClassPath {
    private ClassPath() {}

    /**
     * The octets of a file.
     *
     * @param path for example {@code fixtures/accounts.txt}
     * @return empty when there is no such file
     */
    public static Optional<Bytes> file(String path) {
        try (InputStream stream = ClassPath.class.getResourceAsStream("/" + path)) {
            return stream == null ? Optional.empty() : Optional.of(Bytes.of(stream.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path + ": can't be read", unreadable);
        }
    }
}
