package io.github.sockspec.protocol;

import java.util.Locale;

/** The side of a protocol that a program takes. */
public enum Role {
    SERVER,
    CLIENT,
    TOOL;

    /** The lower-case word used in files, options and case names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
