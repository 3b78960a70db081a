package io.github.sockspec.program;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How an implementation is had. */
public sealed interface Start {
    /** What a client's standard input is. */
    default Console console() {
        return Console.PIPE;
    }

    /** How it is launched on this machine, if it is. */
    default Optional<Command> launched() {
        return Optional.empty();
    }

    /** What it runs in, if that is a container which is started for it. */
    default Optional<Image> contained() {
        return Optional.empty();
    }

    /** Where it is, if it ran before and goes on when this process ends. */
    default Optional<InetSocketAddress> running() {
        return Optional.empty();
    }

    /** Whether it runs in this process, which is what the reference programs do. */
    default boolean inThisProcess() {
        return launched().isEmpty() && contained().isEmpty() && running().isEmpty();
    }

    /** The address that it fixes in the network of this process; with port 0 the host alone, and a port is chosen for it. */
    default Optional<InetSocketAddress> fixesHere() {
        return launched().flatMap(Command::address);
    }

    /** As {@link #fixesHere}, or in the network of its container. */
    default Optional<InetSocketAddress> fixes() {
        return fixesHere().or(() -> contained().flatMap(Image::address));
    }

    /** Whether several servers can run side by side, each on a port of its own. */
    default boolean repeatable() {
        return running().isEmpty()
                && fixesHere().filter(whole -> whole.getPort() != 0).isEmpty();
    }

    /**
     * Launched by a command.
     *
     * @param command the program and its arguments, with placeholders {@code {host} {port} {accounts} {file} {out}}
     * @param directory where it runs
     * @param files fixtures it expects beside it, file name to fixture name; if any, it runs in a scratch copy of
     *     {@code directory}
     * @param address where it listens (a client: where it connects), when the program fixes that itself; with port 0 the
     *     host alone, and a port is chosen for it
     * @param console what a client's standard input is
     */
    record Command(
            List<String> command,
            Path directory,
            Map<String, String> files,
            Optional<InetSocketAddress> address,
            Console console)
            implements Start {
        public Command {
            command = List.copyOf(command);
            files = Map.copyOf(files);
            if (command.isEmpty()) {
                throw new IllegalArgumentException("a command has at least one word");
            }
        }

        @Override
        public Optional<Command> launched() {
            return Optional.of(this);
        }

        /** A command whose standard input is a pipe. */
        public Command(
                List<String> command, Path directory, Map<String, String> files, Optional<InetSocketAddress> address) {
            this(command, directory, files, address, Console.PIPE);
        }
    }

    /**
     * Launched in a container of its own.
     *
     * @param image the image's name, with its tag or digest
     * @param build how it is made; empty for an image that somebody else has made
     * @param port the port inside the container on which a server listens; empty for a client, and where the address says
     * @param address where a server listens, or a client connects, inside, when the program fixes that itself
     * @param command what the program is given in place of the image's own arguments, if anything, with placeholders
     * @param files fixtures it expects beside it: file name to fixture name
     * @param capabilities what it is allowed of root's rights; none unless it says that it needs them
     * @param console what a client's standard input is
     */
    record Image(
            String image,
            Optional<Build> build,
            OptionalInt port,
            Optional<InetSocketAddress> address,
            List<String> command,
            Map<String, String> files,
            List<String> capabilities,
            Console console)
            implements Start {
        public Image {
            command = List.copyOf(command);
            files = Map.copyOf(files);
            capabilities = List.copyOf(capabilities);
        }

        @Override
        public Optional<Image> contained() {
            return Optional.of(this);
        }

        /** An image of which nothing more needs to be said. */
        public Image(String image, OptionalInt port) {
            this(image, Optional.empty(), port, Optional.empty(), List.of(), Map.of(), List.of(), Console.PIPE);
        }
    }

    /**
     * How an image is made.
     *
     * @param dockerfile the file that says it
     * @param context the directory of which it may use files
     */
    record Build(Path dockerfile, Path context) {}

    /** Already running there. */
    record Address(InetSocketAddress address) implements Start {
        @Override
        public Optional<InetSocketAddress> running() {
            return Optional.of(address);
        }
    }

    /** The reference implementation, in this process. */
    record Reference() implements Start {}

    /** What a program reads its input from. */
    enum Console {
        PIPE,
        /** A terminal of its own, for a client that will not read a password from anything else. */
        TERMINAL
    }
}
