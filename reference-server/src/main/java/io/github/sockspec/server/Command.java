package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One command line, run once by {@code /bin/sh -c} with an empty standard input (EXEC-14). Its output is what was written
 * until the shell ended: what the line left in the background ({@code sleep 100 & echo hi}) holds up no reply, lives on,
 * and writes to nobody.
 *
 * <p>One thread does all: it takes what the two pipes hold without waiting for either, so that none is full while the
 * other is read (EXEC-9), and asks in between whether the client is still there (EXEC-11).
 */
final class Command {
    private static final String MARK = "SOCKSPEC_COMMAND";
    private static final int MAX_OUTPUT_BYTES = 64 << 20; // of each stream
    private static final int MAX_KILLS = 100;

    private final Process shell;
    private final String mark;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    Command(Process shell, String mark) {
        this.shell = shell;
        this.mark = mark;
    }

    /** Starts it. The JDK encodes arguments for the locale, and some lose all but ASCII: other text goes by a pipe. */
    static Command start(String line) throws IOException {
        byte[] bytes = line.getBytes(UTF_8);
        boolean ascii = bytes.length == line.length();
        String argument = ascii ? line : "exec /bin/sh -c \"$(cat)\" </dev/null";
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", argument);
        String mark = UUID.randomUUID().toString();
        builder.environment().put(MARK, mark);
        Process shell = builder.start();
        try (OutputStream input = shell.getOutputStream()) {
            input.write(bytes, 0, ascii ? 0 : bytes.length);
        }
        return new Command(shell, mark);
    }

    /** Waits for the end. {@return what it wrote to standard error, or to standard output if that is nothing (EXEC-2)} */
    ByteArrayOutputStream output(HangUp client) throws IOException, InterruptedException {
        long waitMillis = 4;
        while (!shell.waitFor(waitMillis, MILLISECONDS)) {
            client.check();
            waitMillis = drain() ? 1 : Math.min(2 * waitMillis, 50);
            if (Math.max(out.size(), err.size()) > MAX_OUTPUT_BYTES) {
                return message("ended, for it printed more than " + MAX_OUTPUT_BYTES + " bytes");
            }
        }
        drain();
        return err.size() > 0 ? err : out;
    }

    /** Ends it with all that it started, unless it has ended. */
    void end() throws InterruptedException {
        boolean ended = !shell.isAlive();
        for (int kills = 0; !ended && kills < MAX_KILLS; kills++) {
            family().forEach(ProcessHandle::destroyForcibly);
            ended = shell.waitFor(20, MILLISECONDS) && family().isEmpty(); // some may have started others meanwhile
        }
        if (!ended) {
            System.err.println("reference-server: can't end process " + shell.pid());
        }
    }

    static ByteArrayOutputStream message(String what) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("exec: " + what + "\n").getBytes(UTF_8));
        return body;
    }

    private boolean drain() throws IOException {
        int before = out.size() + err.size();
        take(shell.getInputStream(), out);
        take(shell.getErrorStream(), err);
        return out.size() + err.size() > before;
    }

    private static void take(InputStream pipe, ByteArrayOutputStream kept) throws IOException {
        for (int ready = pipe.available(); ready > 0 && kept.size() <= MAX_OUTPUT_BYTES; ready = pipe.available()) {
            kept.writeBytes(pipe.readNBytes(ready));
        }
    }

    /** A process whose parent has ended is nobody's descendant, but {@code /proc} still shows the mark it inherited. */
    private List<ProcessHandle> family() {
        Stream<ProcessHandle> known = Stream.concat(Stream.of(shell.toHandle()), shell.descendants());
        Stream<ProcessHandle> marked = ProcessHandle.allProcesses().filter(this::isMarked);
        return Stream.concat(known.filter(ProcessHandle::isAlive), marked).toList();
    }

    private boolean isMarked(ProcessHandle process) {
        try {
            Path environment = Path.of("/proc/" + process.pid() + "/environ");
            return Files.readString(environment, ISO_8859_1).contains(mark);
        } catch (IOException endedOrForeign) {
            return false;
        }
    }
}
