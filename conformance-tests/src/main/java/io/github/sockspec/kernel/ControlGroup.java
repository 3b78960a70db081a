package io.github.sockspec.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the kernel counts of a container's processes together, in its first or its second interface. What can't be read is
 * empty.
 *
 * @param peak the file that holds the most memory used
 * @param events the file that says how often a process was killed for want of memory
 */
public record ControlGroup(Optional<Path> peak, Optional<Path> events) {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    /** That of a process. */
    public static ControlGroup of(long pid) {
        try {
            List<String> lines = Files.readAllLines(Path.of("/proc/" + pid + "/cgroup"));
            Optional<Path> first = path(lines, ":memory:").map(path -> ROOT.resolve("memory" + path));
            if (first.filter(Files::isDirectory).isPresent()) {
                return new ControlGroup(
                        first.map(path -> path.resolve("memory.max_usage_in_bytes")),
                        first.map(path -> path.resolve("memory.oom_control")));
            }
            Optional<Path> second = path(lines, "0::").map(path -> Path.of(ROOT + path));
            return new ControlGroup(
                    second.map(path -> path.resolve("memory.peak")), second.map(path -> path.resolve("memory.events")));
        } catch (IOException gone) {
            return new ControlGroup(Optional.empty(), Optional.empty());
        }
    }

    private static Optional<String> path(List<String> lines, String mark) {
        return lines.stream()
                .filter(line -> line.contains(mark))
                .map(line -> line.substring(line.indexOf(mark) + mark.length()))
                .findFirst();
    }

    public OptionalLong peakBytes() {
        return peak.map(file -> number(file, "")).orElse(OptionalLong.empty());
    }

    /** How many processes the kernel has killed because the memory was used up. */
    public long killed() {
        return events.map(file -> number(file, "oom_kill "))
                .orElse(OptionalLong.empty())
                .orElse(0);
    }

    private static OptionalLong number(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(
                            line -> Long.parseLong(line.substring(name.length()).strip()))
                    .findFirst();
        } catch (IOException | NumberFormatException unreadable) {
            return OptionalLong.empty();
        }
    }
}
