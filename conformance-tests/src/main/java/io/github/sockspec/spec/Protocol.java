package io.github.sockspec.spec;

import java.util.Locale;

/** The four behaviours of PROTOCOL.md. */
public enum Protocol {
    LOGIN,
    EXEC,
    HELLO,
    DIGEST;

    /** The lower-case word used in files, options and case names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it travels over UDP; the others travel over TCP. */
    public boolean datagrams() {
        return this == HELLO;
    }
}
