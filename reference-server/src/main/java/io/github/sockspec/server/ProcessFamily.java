package io.github.sockspec.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A process with all that it started. A child whose parent has ended is no descendant any more: it belongs to the
 * system's first process. So each family has a mark in its environment, which children inherit, and is found by that
 * where the system tells environments ({@code /proc}); elsewhere only true descendants are found.
 */
final class ProcessFamily {
    private static final String MARK = "SOCKSPEC_COMMAND";
    private static final AtomicLong COUNT = new AtomicLong();
    private static final int ROUNDS = 100;

    private final Process head;
    private final String mark;

    ProcessFamily(Process head, String mark) {
        this.head = head;
        this.mark = mark;
    }

    /** Marks the environment of a process to be started. {@return the mark, which no other family has} */
    static String mark(Map<String, String> environment) {
        String value = ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        environment.put(MARK, value);
        return MARK + "=" + value + "\0";
    }

    /**
     * Kills them all, again and again while some start others. {@return whether none is left}
     *
     * @throws IOException when interrupted
     */
    boolean end() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> alive = members().toList();
            if (alive.isEmpty()) {
                return true;
            }
            alive.forEach(ProcessHandle::destroyForcibly);
            awaitHead();
        }
        return false;
    }

    private void awaitHead() throws IOException {
        try {
            head.waitFor(20, MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted while a command was ended");
        }
    }

    private Stream<ProcessHandle> members() {
        Stream<ProcessHandle> marked = ProcessHandle.allProcesses().filter(this::isMarked);
        Stream<ProcessHandle> known = Stream.concat(Stream.of(head.toHandle()), head.descendants());
        return Stream.concat(known.filter(ProcessHandle::isAlive), marked);
    }

    private boolean isMarked(ProcessHandle process) {
        try {
            Path environment = Path.of("/proc", Long.toString(process.pid()), "environ");
            return Files.readString(environment, ISO_8859_1).contains(mark);
        } catch (IOException endedOrForeign) {
            return false;
        }
    }
}
