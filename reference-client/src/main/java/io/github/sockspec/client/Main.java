package io.github.sockspec.client;

import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;

/** The command line. {@code help.txt} says what it takes and prints, and what its exit statuses mean. */
public final class Main {
    private static final PrintStream NOBODY = new PrintStream(OutputStream.nullOutputStream());

    private Main() {}

    /** Runs one command and ends the process. */
    @SuppressWarnings("SystemConsoleNull") // Java 22 to 24 have a console without a terminal: prompts do no harm there
    public static void main(String[] args) {
        Lines in = new Lines(System.in, System.console() == null ? NOBODY : System.err);
        System.exit(run(List.of(args), in, new FileOutputStream(FileDescriptor.out), System.err));
    }

    /** Runs one command within the process, any number side by side, and returns its exit status. */
    public static int run(List<String> args, InputStream in, OutputStream out, PrintStream err) {
        return run(args, new Lines(in, NOBODY), out, err);
    }

    private static int run(List<String> args, Lines in, OutputStream out, PrintStream err) {
        String name = args.isEmpty() ? "reference-client" : args.get(0);
        try {
            return Command.parse(args, in, out, err).run();
        } catch (ProtocolException | SocketException | SocketTimeoutException | EOFException e) {
            err.println(name + ": " + e.getMessage());
            return e instanceof ProtocolException ? 4 : 3;
        } catch (IOException e) {
            err.println(name + ": local input or output failed: " + e.getMessage());
            return 5;
        } catch (IllegalArgumentException e) {
            err.println(name + ": " + e.getMessage() + " (try --help)");
            return 2;
        }
    }
}
