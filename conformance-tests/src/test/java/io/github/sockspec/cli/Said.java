package io.github.sockspec.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * What a command said, carried out in this process.
 *
 * @param status its exit status
 */
record Said(int status, String out, String err) {
    static Said by(String... args) {
        return at(Clock.systemUTC(), args);
    }

    /** The same, at a time of the test's own. */
    static Said at(Clock clock, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.commandLine(new Terminal(stream(out), stream(err), Terminal.Kind.PIPE, clock))
                .execute(args);
        return new Said(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
