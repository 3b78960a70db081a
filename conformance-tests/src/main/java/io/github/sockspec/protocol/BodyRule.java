package io.github.sockspec.protocol;

import io.github.sockspec.bytes.Bytes;
import java.util.Locale;

/** Which output of a command makes the reply's body. */
public enum BodyRule {
    /** Standard error if there is any, else standard output. The reference dialect. */
    STDERR_ELSE_STDOUT,
    STDOUT_THEN_STDERR,
    STDERR_THEN_STDOUT,
    STDOUT_ELSE_STDERR,
    /** Standard output; standard error is dropped. */
    STDOUT;

    Bytes choose(Bytes stdout, Bytes stderr) {
        return switch (this) {
            case STDERR_ELSE_STDOUT -> stderr.isEmpty() ? stdout : stderr;
            case STDOUT_THEN_STDERR -> stdout.plus(stderr);
            case STDERR_THEN_STDOUT -> stderr.plus(stdout);
            case STDOUT_ELSE_STDERR -> stdout.isEmpty() ? stderr : stdout;
            case STDOUT -> stdout;
        };
    }

    /** The lower-case word used in manifests. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
