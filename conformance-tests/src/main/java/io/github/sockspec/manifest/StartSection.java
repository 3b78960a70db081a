package io.github.sockspec.manifest;

import io.github.sockspec.program.Addresses;
import io.github.sockspec.program.Fixtures;
import io.github.sockspec.program.Start;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.yaml.Node;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The part of a manifest that says how the program is had. */
final class StartSection {
    static final List<String> KEYS =
            List.of("command", "directory", "files", "address", "image", "build", "port", "capabilities");

    private static final String WAYS =
            "give one of: command (perhaps with the address it fixes), image or build (perhaps"
                    + " with command for its arguments), or address alone for a server that already runs";

    /** Rights of root that a program of a container may have to have; none of them reaches out of it. */
    private static final List<String> CAPABILITIES =
            List.of("CHOWN", "DAC_OVERRIDE", "FOWNER", "KILL", "NET_BIND_SERVICE", "SETGID", "SETUID", "SYS_CHROOT");

    private final Path manifest;
    private final Role role;
    private final Start.Console console;

    StartSection(Path manifest, Role role, Start.Console console) {
        this.manifest = manifest;
        this.role = role;
        this.console = console;
    }

    Start read(Node node) {
        Node.Fields start = node.fields(KEYS);
        Optional<InetSocketAddress> address = start.find("address").map(StartSection::address);
        if (start.has("image") || start.has("build")) {
            return image(start, address);
        }
        start.find("capabilities").ifPresent(misplaced -> {
            throw misplaced.mistake("capabilities goes with image or build; a launched program has those of its user");
        });
        start.find("port").ifPresent(port -> {
            throw port.mistake("port goes with image; a command gets {port}, or fixes its own address");
        });
        if (start.has("command")) {
            return command(start, address);
        }
        for (String key : List.of("directory", "files")) {
            start.find(key).ifPresent(misplaced -> {
                throw misplaced.mistake(key + " goes with command");
            });
        }
        return alreadyRunning(start, address.orElseThrow(() -> start.mistake("start says nothing to start: " + WAYS)));
    }

    private Start image(Node.Fields start, Optional<InetSocketAddress> address) {
        if (start.has("image") && start.has("build")) {
            throw start.require("build").mistake("start has both image and build: " + WAYS);
        }
        start.find("directory").ifPresent(misplaced -> {
            throw misplaced.mistake(
                    "directory goes with command alone; a container's program runs where its image says");
        });
        Optional<Node> port = start.find("port");
        if (role == Role.SERVER && port.isPresent() == address.isPresent()) {
            throw start.mistake("image needs port, the port inside the container on which the server listens, or else"
                    + " address, where it listens there when it fixes that itself");
        }
        Optional<Start.Build> build = start.find("build").map(this::build);
        return new Start.Image(
                build.map(Start.Build::dockerfile).map(StartSection::built).orElseGet(() -> start.require("image")
                        .visibleText()),
                build,
                port.map(node -> OptionalInt.of(node.integer(1, 65_535))).orElse(OptionalInt.empty()),
                address,
                words(start.find("command")),
                files(start.find("files")),
                capabilities(start.find("capabilities")),
                console);
    }

    private Start.Build build(Node node) {
        if (!(node instanceof Node.Fields)) {
            Path context = directory(Optional.of(node));
            return new Start.Build(dockerfile(node, context.resolve("Dockerfile")), context);
        }
        Node.Fields fields = node.fields(List.of("dockerfile", "context"));
        Path context = directory(Optional.of(fields.require("context")));
        Node file = fields.require("dockerfile");
        return new Start.Build(dockerfile(file, context.resolve(file.visibleText())), context);
    }

    private static Path dockerfile(Node node, Path file) {
        if (!Files.isRegularFile(file)) {
            throw node.mistake("there is no " + file.getFileName() + " in " + file.getParent());
        }
        return file.normalize();
    }

    /** The name of the image that a Dockerfile makes: its directory's, with what tells it from others of that name. */
    private static String built(Path dockerfile) {
        String name = String.valueOf(dockerfile.getName(Math.max(0, dockerfile.getNameCount() - 2)))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return "sockspec-build/" + name + ":"
                + HexFormat.of().toHexDigits(dockerfile.toString().hashCode());
    }

    private static List<String> words(Optional<Node> node) {
        return node.map(each -> each.items().stream().map(Node::text).toList()).orElse(List.of());
    }

    private static List<String> capabilities(Optional<Node> node) {
        return node.map(each -> each.items().stream()
                        .map(item -> item.oneOf(CAPABILITIES, word -> word))
                        .toList())
                .orElse(List.of());
    }

    private Start command(Node.Fields start, Optional<InetSocketAddress> address) {
        Path directory = directory(start.find("directory"));
        boolean chosen = address.filter(host -> host.getPort() == 0).isPresent();
        Node node = start.require("command");
        List<String> command = node.items().stream().map(Node::text).toList();
        if (command.isEmpty() || command.get(0).isBlank()) {
            throw node.mistake("command must name a program, like [python3, server.py]");
        }
        if ((chosen || (role == Role.SERVER && address.isEmpty()))
                && command.stream().noneMatch(word -> word.contains("{port}"))) {
            throw node.mistake(
                    chosen
                            ? "address leaves the port to be chosen, so command must be given it: put {port} into command"
                            : "nothing says where the server listens: put {port} into command, or the address it fixes"
                                    + " into address");
        }
        String program = command.get(0);
        if (program.contains("/") && !program.contains("{") && !Files.exists(directory.resolve(program))) {
            throw node.mistake("there is no program " + program + " in " + directory);
        }
        return new Start.Command(command, directory, files(start.find("files")), address, console);
    }

    private Path directory(Optional<Node> node) {
        Path beside = Optional.ofNullable(manifest.toAbsolutePath().getParent()).orElse(Path.of("/"));
        Path directory =
                node.map(Node::visibleText).map(beside::resolve).orElse(beside).normalize();
        if (!Files.isDirectory(directory)) {
            throw node.orElseThrow().mistake("there is no directory " + directory);
        }
        return directory;
    }

    private static Map<String, String> files(Optional<Node> node) {
        Map<String, String> files = new LinkedHashMap<>();
        node.ifPresent(section -> section.fields().values().forEach((name, fixture) -> {
            Path path = Path.of(name).normalize();
            if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
                throw fixture.mistake("\"" + name + "\" must be a file inside the program's directory");
            }
            files.put(path.toString(), fixture.oneOf(Fixtures.NAMES, word -> word));
        }));
        return files;
    }

    private Start alreadyRunning(Node.Fields start, InetSocketAddress address) {
        if (role != Role.SERVER) {
            throw start.mistake("address alone is for a server that already runs; a " + role.word()
                    + " is launched: give command or image");
        }
        if (address.getPort() == 0) {
            throw start.mistake("address alone is for a server that already runs: its port is known, so write it");
        }
        return new Start.Address(address);
    }

    private static InetSocketAddress address(Node node) {
        return Addresses.parseOrChoose(node.text())
                .orElseThrow(() -> node.mistake("address must be host:port, like 127.0.0.1:8008, with a port from 1 to"
                        + " 65535, or host:{port}, like [::1]:{port}, not " + node.kind()));
    }
}
