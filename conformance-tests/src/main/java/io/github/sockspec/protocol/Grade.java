package io.github.sockspec.protocol;

import java.util.Locale;

/** The question a clause answers; a program is told how far it gets, not only whether it holds everything. */
public enum Grade {
    INTEROPERATES("does it work when each message arrives whole, one at a time?"),
    ROBUST("does it give the same answer however the bytes are cut and joined?"),
    SURVIVES("does it go on serving others after disconnects, bad input and hostile peers?"),
    BOUNDED("do memory, CPU, descriptors, processes and time stay within limits?");

    private final String question;

    Grade(String question) {
        this.question = question;
    }

    public String question() {
        return question;
    }

    /** The lower-case word used in files, options and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
