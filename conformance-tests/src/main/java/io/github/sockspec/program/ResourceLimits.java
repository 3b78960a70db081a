package io.github.sockspec.program;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What a contained program may use. What is empty is allowed as it is for every container; see {@link #USUAL}.
 *
 * @param memoryBytes the most memory of all its processes together; there is no swap beyond it
 * @param processes the most processes and threads at one time
 * @param descriptors the most open descriptors of one process
 * @param cores how much CPU time for each second that passes: 0.1 is a tenth of one core
 * @param files what it may change of its own files
 * @param environment variables that are set for it, and the value of each
 */
public record ResourceLimits(
        OptionalLong memoryBytes,
        OptionalInt processes,
        OptionalInt descriptors,
        OptionalDouble cores,
        Files files,
        Map<String, String> environment) {
    /** What every container gets. */
    public static final ResourceLimits USUAL = new ResourceLimits(
            OptionalLong.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            Files.WRITABLE,
            Map.of());

    private static final long LEAST_MEMORY = 6L << 20;

    public ResourceLimits {
        environment = Map.copyOf(environment);
        if (memoryBytes.orElse(LEAST_MEMORY) < LEAST_MEMORY) {
            throw new IllegalArgumentException("an engine gives a container no less than " + LEAST_MEMORY + " bytes");
        }
        if (processes.orElse(1) < 1 || descriptors.orElse(1) < 1 || cores.orElse(1) <= 0) {
            throw new IllegalArgumentException("a program needs at least one process, one descriptor and some time");
        }
    }

    /** Whether a program may write to its files. */
    public enum Files {
        WRITABLE,
        /** The root file system is read-only, and so is what was put into it; {@code /tmp} is there to be written to. */
        READ_ONLY,
        /** As {@link #READ_ONLY}, and {@code /tmp} is full. */
        FULL
    }

    public ResourceLimits memory(long bytes) {
        return new ResourceLimits(OptionalLong.of(bytes), processes, descriptors, cores, files, environment);
    }

    public ResourceLimits processes(int most) {
        return new ResourceLimits(memoryBytes, OptionalInt.of(most), descriptors, cores, files, environment);
    }

    public ResourceLimits descriptors(int most) {
        return new ResourceLimits(memoryBytes, processes, OptionalInt.of(most), cores, files, environment);
    }

    public ResourceLimits cores(double share) {
        return new ResourceLimits(memoryBytes, processes, descriptors, OptionalDouble.of(share), files, environment);
    }

    public ResourceLimits files(Files other) {
        return new ResourceLimits(memoryBytes, processes, descriptors, cores, other, environment);
    }

    /** With one more variable in the program's environment, such as {@code TZ} or {@code LC_ALL}. */
    public ResourceLimits variable(String name, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(name, value);
        return new ResourceLimits(memoryBytes, processes, descriptors, cores, files, more);
    }
}
