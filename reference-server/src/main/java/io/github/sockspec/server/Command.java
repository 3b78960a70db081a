package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One command line, run once by {@code /bin/sh -c}, with a standard input that is empty from the start (EXEC-14).
 *
 * <p>Its output is what was written until the shell ended. A process that the line leaves in the background
 * ({@code sleep 100 & echo hi}) holds up no reply: it lives on, and what it writes later goes nowhere.
 *
 * <p>One thread does all. It takes what the two pipes hold without waiting for either, so that none is full while the
 * other is read (EXEC-9), and asks in between whether the client is still there (EXEC-11).
 */
final class Command implements AutoCloseable {
    private static final long FIRST_WAIT_MILLIS = 4;
    private static final long LONGEST_WAIT_MILLIS = 50;
    private static final int PIECE_BYTES = 16 * 1024; // of an argument: the system allows 128 KiB, escaped

    /** A command that could not be started, or that printed too much and was ended. */
    static final class NotRunException extends IOException {
        NotRunException(String why) {
            super(why);
        }
    }

    private static final class Output extends ByteArrayOutputStream {
        ByteBuffer bytes() {
            return ByteBuffer.wrap(buf, 0, count);
        }
    }

    private final Process process;
    private final ProcessFamily family;
    private final int maxOutput;
    private final Output out = new Output();
    private final Output err = new Output();
    private final byte[] taken = new byte[PIECE_BYTES];

    Command(Process process, ProcessFamily family, int maxOutput) {
        this.process = process;
        this.family = family;
        this.maxOutput = maxOutput;
    }

    /** Starts it. {@code maxOutput} bytes of each stream are kept at most. */
    static Command start(String line, int maxOutput) throws NotRunException {
        ProcessBuilder shell = new ProcessBuilder(arguments(line)).redirectInput(new File("/dev/null"));
        String mark = ProcessFamily.mark(shell.environment());
        try {
            Process process = shell.start();
            return new Command(process, new ProcessFamily(process, mark), maxOutput);
        } catch (IOException e) {
            throw new NotRunException("can't run this: " + e.getMessage());
        }
    }

    /**
     * Waits for the end. {@return standard error if anything was written there, else standard output (EXEC-2)}
     *
     * @throws NotRunException when it printed more than is kept
     * @throws IOException when the client has gone
     */
    ByteBuffer output(HangUp watch) throws IOException {
        long waitMillis = FIRST_WAIT_MILLIS;
        while (!endsWithin(waitMillis)) {
            watch.check();
            waitMillis = drain() ? 1 : Math.min(2 * waitMillis, LONGEST_WAIT_MILLIS);
        }
        drain();
        return err.size() > 0 ? err.bytes() : out.bytes();
    }

    /** Ends it with its children when it still runs. */
    @Override
    public void close() throws IOException {
        if (process.isAlive() && !family.end()) {
            throw new IOException("process " + process.pid() + " can't be ended");
        }
    }

    private boolean endsWithin(long millis) throws IOException {
        try {
            return process.waitFor(millis, MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted while a command ran");
        }
    }

    private boolean drain() throws IOException {
        boolean some = take(process.getInputStream(), out);
        return take(process.getErrorStream(), err) || some;
    }

    private boolean take(InputStream pipe, Output kept) throws IOException {
        int before = kept.size();
        for (int ready = pipe.available(); ready > 0; ready = pipe.available()) {
            kept.write(taken, 0, pipe.read(taken, 0, Math.min(ready, taken.length)));
            if (kept.size() > maxOutput) {
                throw new NotRunException("ended: it printed more than " + maxOutput + " bytes");
            }
        }
        return kept.size() > before;
    }

    /**
     * The arguments that hand the line to the shell byte for byte. The JDK encodes arguments as the locale says, and in
     * the POSIX locale only ASCII survives that. Other text travels as octal escapes, which a first shell undoes.
     */
    private static List<String> arguments(String line) {
        byte[] bytes = line.getBytes(UTF_8);
        if (bytes.length == line.length()) {
            return List.of("/bin/sh", "-c", line);
        }
        List<String> arguments =
                new ArrayList<>(List.of("/bin/sh", "-c", "exec /bin/sh -c \"$(printf %b \"$@\")\"", "sh"));
        for (int at = 0; at < bytes.length; at += PIECE_BYTES) {
            StringBuilder octal = new StringBuilder();
            for (byte b : Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PIECE_BYTES))) {
                octal.append(String.format("\\0%03o", b & 0xff));
            }
            arguments.add(octal.toString());
        }
        return arguments;
    }
}
