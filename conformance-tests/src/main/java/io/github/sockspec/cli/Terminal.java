package io.github.sockspec.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command prints.
 *
 * @param out standard output, in UTF-8
 * @param err standard error, in UTF-8
 * @param kind what standard output is
 */
record Terminal(PrintStream out, PrintStream err, Kind kind) {
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
