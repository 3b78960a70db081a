package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One command line, run once by {@code /bin/sh -c} with an empty standard input (EXEC-14). Its output is what was
 * written until the shell ended: what the line left in the background ({@code sleep 100 & echo hi}) holds up no reply,
 * lives on, and writes to nobody. Of each stream 64 MiB are kept: a byte more ends the command, and the reply says so.
 */
record Command(Process shell, String mark) {
    private static final int MAX_OUTPUT_BYTES = 64 << 20; // of each stream

    /** Starts it. The JDK encodes arguments for the locale, and some lose all but ASCII: other text goes by a pipe. */
    static Command start(String line) throws IOException {
        boolean ascii = line.chars().allMatch(character -> character < 128);
        String argument = ascii ? line : "exec /bin/sh -c \"$(cat)\" </dev/null";
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", argument);
        String mark = UUID.randomUUID().toString();
        builder.environment().put("SOCKSPEC_COMMAND", mark);
        Process shell = builder.start();
        try (OutputStream input = shell.getOutputStream()) {
            input.write((ascii ? "" : line).getBytes(UTF_8));
        }
        return new Command(shell, mark);
    }

    /**
     * Takes what the two pipes hold without waiting for either, so that none is full while the other is read (EXEC-9),
     * until the shell has ended or the client has reset its connection, which the selector then reports (EXEC-11).
     * {@return what it wrote to standard error, or else to standard output (EXEC-2)}
     */
    byte[] output(Selector reset) throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        long waitMillis = 4;
        boolean ended = false;
        while (!ended) {
            ended = shell.waitFor(waitMillis, MILLISECONDS);
            if (reset.selectNow() > 0) {
                throw new IOException("the client has gone");
            }
            int taken = take(shell.getInputStream(), out) + take(shell.getErrorStream(), err);
            waitMillis = taken > 0 ? 1 : Math.min(2 * waitMillis, 50);
            if (Math.max(out.size(), err.size()) > MAX_OUTPUT_BYTES) {
                return message("ended, for it printed more than " + MAX_OUTPUT_BYTES + " bytes");
            }
        }
        return (err.size() > 0 ? err : out).toByteArray();
    }

    private static int take(InputStream pipe, ByteArrayOutputStream kept) throws IOException {
        int before = kept.size();
        for (int ready = pipe.available(); ready > 0 && kept.size() <= MAX_OUTPUT_BYTES; ready = pipe.available()) {
            kept.writeBytes(pipe.readNBytes(ready));
        }
        return kept.size() - before;
    }

    /** Ends it with all that it started, unless it has ended. */
    void end() throws InterruptedException {
        boolean ended = !shell.isAlive();
        for (int kills = 0; !ended && kills < 100; kills++) {
            family().forEach(ProcessHandle::destroyForcibly);
            ended = shell.waitFor(20, MILLISECONDS) && family().isEmpty(); // some may have started others meanwhile
        }
        if (!ended) {
            System.err.println("reference-server: can't end process " + shell.pid());
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
            return Files.readString(Path.of("/proc/" + process.pid() + "/environ"), ISO_8859_1)
                    .contains(mark);
        } catch (IOException endedOrForeign) {
            return false;
        }
    }

    static byte[] message(String what) {
        return ("exec: " + what + "\n").getBytes(UTF_8);
    }
}
