package io.github.sockspec.program;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What one run of a client or a tool is about: what the placeholders in its command stand for.
 *
 * @param server {@code {host}} and {@code {port}}; empty for a tool
 * @param file {@code {file}}; empty where nothing is read from one
 */
public record ClientTask(Optional<InetSocketAddress> server, Optional<Path> file) {
    /** A client's task without a file. */
    public static ClientTask to(InetSocketAddress server) {
        return new ClientTask(Optional.of(server), Optional.empty());
    }

    /** A tool's task. */
    public static ClientTask on(Path file) {
        return new ClientTask(Optional.empty(), Optional.of(file));
    }
}
