package io.github.sockspec.target;

/** A manifest that can't be read or breaks its schema: one line, with file, line and what is allowed. Exit status 2. */
public final class InvalidManifest extends RuntimeException {
    public InvalidManifest(String message) {
        super(message);
    }
}
