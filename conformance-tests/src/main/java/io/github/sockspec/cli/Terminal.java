package io.github.sockspec.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * Where a command prints, and the time it is there.
 *
 * @param out standard output, in UTF-8
 * @param err standard error, in UTF-8
 * @param kind what standard output is
 * @param clock tells when a run began, and which day it is
 */
record Terminal(PrintStream out, PrintStream err, Kind kind, Clock clock) {
    /** Set by the launcher script, which can ask the system; Java itself can't before release 22. */
    private static final String PROPERTY = "sockspec.terminal";

    /** What standard output is. */
    enum Kind {
        /** A person reads it as it appears. */
        TERMINAL,
        /** A terminal on which no colour is wanted. */
        COLOURLESS,
        /** A file or another program. */
        PIPE
    }

    /** One with the system's clock. */
    Terminal(PrintStream out, PrintStream err, Kind kind) {
        this(out, err, kind, Clock.systemUTC());
    }

    static Terminal ofThisProcess() {
        return new Terminal(stream(FileDescriptor.out), stream(FileDescriptor.err), kindOfThisProcess());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    private static Kind kindOfThisProcess() {
        if (!Boolean.getBoolean(PROPERTY)) {
            return Kind.PIPE;
        }
        String noColor = System.getenv("NO_COLOR");
        boolean dumb = "dumb".equals(System.getenv("TERM"));
        return dumb || (noColor != null && !noColor.isEmpty()) ? Kind.COLOURLESS : Kind.TERMINAL;
    }
}
