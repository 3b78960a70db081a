package io.github.sockspec.kernel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Linux's {@code /proc}. Processes end while they are looked at: what can't be read is empty, never an error. Elsewhere
 * everything is empty.
 */
public final class Proc {
    private static final Path ROOT = Path.of("/proc");
    private static final int AT_PAGE_SIZE = 6;
    private static final int AT_CLOCK_TICKS = 17;
    private static final long TICKS_PER_SECOND = auxiliary(AT_CLOCK_TICKS, 100);
    private static final long PAGE_SIZE = auxiliary(AT_PAGE_SIZE, 4096);

    private Proc() {}

    /** Every process that can be seen. */
    public static List<ProcessSnapshot> all() {
        List<ProcessSnapshot> all = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(ROOT, "[0-9]*")) {
            entries.forEach(entry ->
                    snapshot(Long.parseLong(entry.getFileName().toString())).ifPresent(all::add));
        } catch (IOException notLinux) {
            return List.of();
        }
        return all;
    }

    public static Optional<ProcessSnapshot> snapshot(long pid) {
        // The name stands in brackets and may hold anything, brackets too: fields are counted behind the last one.
        return read(pid, "stat").map(stat -> {
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int field = 11; field <= 14; field++) {
                ticks += Long.parseLong(fields[field]);
            }
            return new ProcessSnapshot(
                    pid,
                    Long.parseLong(fields[1]),
                    Long.parseLong(fields[3]),
                    fields[0].charAt(0),
                    Integer.parseInt(fields[17]),
                    Duration.ofNanos(ticks * (1_000_000_000L / TICKS_PER_SECOND)),
                    Long.parseLong(fields[19]));
        });
    }

    /** The process of {@code before} as it is now, whose child it may be by now; empty when it is no more. */
    public static Optional<ProcessSnapshot> again(ProcessSnapshot before) {
        return snapshot(before.pid()).filter(before::same);
    }

    /** The numbers of its threads. */
    static List<String> threads(long pid) {
        return entries(pid, "task");
    }

    /** Its threads that run now, or could: by number, how often each has gone to sleep so far. */
    static Map<Long, Long> awake(long pid) {
        Map<Long, Long> slept = new HashMap<>();
        for (String thread : threads(pid)) {
            read(pid, "task/" + thread + "/status")
                    .filter(status -> status.contains("\nState:\tR"))
                    .flatMap(status -> number(status, "voluntary_ctxt_switches"))
                    .ifPresent(times -> slept.put(Long.parseLong(thread), times));
        }
        return slept;
    }

    /** The number behind a name in a file of such lines; a unit behind it is left out. */
    private static Optional<Long> number(String lines, String name) {
        String mark = "\n" + name + ":";
        int at = lines.indexOf(mark);
        return at < 0
                ? Optional.empty()
                : Optional.of(Long.parseLong(
                        lines.substring(at + mark.length()).strip().split("\\s", 2)[0]));
    }

    /** The most memory that it has had resident so far; 0 where that can't be seen. */
    public static long peakBytes(long pid) {
        return read(pid, "status").flatMap(status -> number(status, "VmHWM")).orElse(0L) * 1024;
    }

    static long residentBytes(long pid) {
        return read(pid, "statm")
                .map(statm -> Long.parseLong(statm.split(" ", 3)[1]) * PAGE_SIZE)
                .orElse(0L);
    }

    /** Whether {@code NAME=value} is in the environment with which the process's program was started. */
    static boolean hasVariable(long pid, String assignment) {
        return read(pid, "environ")
                .filter(environment -> ("\0" + environment).contains("\0" + assignment + "\0"))
                .isPresent();
    }

    public static Optional<String> executable(long pid) {
        return link(ROOT.resolve(pid + "/exe")).filter(target -> !target.isEmpty());
    }

    /** What the process's descriptors stand for: a path, {@code socket:[inode]}, {@code pipe:[inode]}. */
    static List<String> descriptors(long pid) {
        return entries(pid, "fd").stream()
                .flatMap(descriptor -> link(ROOT.resolve(pid + "/fd/" + descriptor)).stream())
                .toList();
    }

    /** What the process's standard output stands for. */
    public static Optional<String> output(long pid) {
        return link(ROOT.resolve(pid + "/fd/1"));
    }

    /** The processes whose standard output or standard error is {@code pipe}. */
    public static List<Long> writers(String pipe) {
        return all().stream()
                .map(ProcessSnapshot::pid)
                .filter(pid -> link(ROOT.resolve(pid + "/fd/1")).equals(Optional.of(pipe))
                        || link(ROOT.resolve(pid + "/fd/2")).equals(Optional.of(pipe)))
                .toList();
    }

    static int descriptorCount(long pid) {
        return entries(pid, "fd").size();
    }

    /** Whether the process has one of these sockets open. */
    static boolean holds(long pid, Set<Long> inodes) {
        Set<String> wanted = new HashSet<>();
        inodes.forEach(inode -> wanted.add("socket:[" + inode + "]"));
        return descriptors(pid).stream().anyMatch(wanted::contains);
    }

    /** A process that has one of these sockets open, among those that can be looked into. */
    public static Optional<Long> holder(Set<Long> inodes) {
        return all().stream()
                .map(ProcessSnapshot::pid)
                .filter(pid -> holds(pid, inodes))
                .findFirst();
    }

    /** {@code pid 4711 (/usr/bin/python3)}, as far as it can be seen. */
    public static String describe(long pid) {
        return "pid " + pid + executable(pid).map(path -> " (" + path + ")").orElse("");
    }

    /** The names in a directory of it. */
    private static List<String> entries(long pid, String directory) {
        String[] names = ROOT.resolve(pid + "/" + directory).toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    /** What a file of it says; empty when that is nothing. */
    static Optional<String> read(long pid, String file) {
        try {
            String text = new String(Files.readAllBytes(ROOT.resolve(pid + "/" + file)), ISO_8859_1);
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<String> link(Path path) {
        try {
            return Optional.of(Files.readSymbolicLink(path).toString());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** A constant that the kernel hands every program at its start, as pairs of words. */
    private static long auxiliary(int type, long otherwise) {
        try {
            ByteBuffer words = ByteBuffer.wrap(Files.readAllBytes(ROOT.resolve("self/auxv")))
                    .order(ByteOrder.nativeOrder());
            while (words.remaining() >= 16) {
                long key = words.getLong();
                long value = words.getLong();
                if (key == type) {
                    return value;
                }
            }
        } catch (IOException notLinux) {
            return otherwise;
        }
        return otherwise;
    }
}
