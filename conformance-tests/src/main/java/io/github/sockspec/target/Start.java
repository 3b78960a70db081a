package io.github.sockspec.target;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an implementation is had. */
public sealed interface Start {
    /**
     * Launched by a command.
     *
     * @param command the program and its arguments, with placeholders {@code {host} {port} {accounts} {file} {out}}
     * @param directory where it runs
     * @param files fixtures it expects beside it, file name to fixture name; if any, it runs in a scratch copy of
     *     {@code directory}
     * @param address where it listens (a client: where it connects), when the program fixes that itself
     */
    record Command(List<String> command, Path directory, Map<String, String> files, Optional<InetSocketAddress> address)
            implements Start {}

    /** Already running there. */
    record Address(InetSocketAddress address) implements Start {}

    /** The reference implementation, in this process. */
    record Reference() implements Start {}
}
