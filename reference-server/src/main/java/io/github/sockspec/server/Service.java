package io.github.sockspec.server;

import java.util.Locale;

/** A protocol that this server speaks. */
public enum Service {
    LOGIN,
    EXEC,
    HELLO,
    DIGEST;

    /** {@return its name as it is printed, for example {@code login}; its option is {@code --login}} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
