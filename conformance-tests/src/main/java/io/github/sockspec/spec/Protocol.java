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

    /** What carries it. */
    public Transport transport() {
        return this == HELLO ? Transport.UDP : Transport.TCP;
    }

    /** Whether it travels in datagrams. */
    public boolean datagrams() {
        return transport() == Transport.UDP;
    }
}
