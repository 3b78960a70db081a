package io.github.sockspec.yaml;

/** A YAML file that can't be read or says what is not allowed: one line, with file, line and what is allowed. Exit status 2. */
public final class InvalidYaml extends RuntimeException {
    public InvalidYaml(String message) {
        super(message);
    }
}
