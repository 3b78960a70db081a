package io.github.sockspec.engine;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a container can use at most.
 *
 * @param memoryBytes of all its processes; there is no swap beyond it
 * @param processes processes and threads at one time
 * @param descriptors open descriptors of one process
 * @param cores CPU time for each second that passes; empty for all there are
 * @param cpu CPU time of one process in all, after which the kernel ends it
 * @param root whether it may write to its root file system
 * @param memoryFiles directories whose files lie in memory, each with the options of its mount
 */
public record ContainerLimits(
        long memoryBytes,
        int processes,
        int descriptors,
        OptionalDouble cores,
        Duration cpu,
        Root root,
        Map<String, String> memoryFiles) {
    public ContainerLimits {
        memoryFiles = Map.copyOf(memoryFiles);
    }

    /** A root file system. */
    public enum Root {
        WRITABLE,
        READ_ONLY
    }
}
