package io.github.sockspec.program;

import java.util.Optional;

/**
 * Which program was really judged: what listened, and that it was what had been started.
 *
 * @param pid the process that holds the listening socket; empty where that can't be seen
 * @param executable its executable, or {@code in this process}
 * @param image the container image, if there is one
 * @param address where it listened, as {@code host:port}; of a client the one that it fixes, or empty
 * @param portWasFree whether nothing listened there before the start
 * @param ownsSocket whether the listening socket belongs to the started process tree
 * @param isolation how it was kept apart: {@code none}, {@code process group}, {@code network namespace}, …
 */
public record Identity(
        Optional<Long> pid,
        String executable,
        Optional<String> image,
        String address,
        boolean portWasFree,
        boolean ownsSocket,
        String isolation) {
    /** That of the same program now that a process of it listens. */
    Identity listening(long holder, String program, String at) {
        return new Identity(Optional.of(holder), program, image, at, portWasFree, ownsSocket, isolation);
    }

    /** The same, kept apart in another way. */
    Identity isolatedBy(String way) {
        return new Identity(pid, executable, image, address, portWasFree, ownsSocket, way);
    }
}
