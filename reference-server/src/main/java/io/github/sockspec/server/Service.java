package io.github.sockspec.server;

import java.util.Locale;

/** A protocol that this server speaks. */
public enum Service {
    LOGIN,
    EXEC,
    HELLO,
    DIGEST;

    /** {@return the name used by options and in what is printed, for example {@code login}} */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
