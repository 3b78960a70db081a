package io.github.sockspec.manifest;

import io.github.sockspec.conversation.ScriptedConversations;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Start;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.yaml.InvalidYaml;
import io.github.sockspec.yaml.Node;
import io.github.sockspec.yaml.YamlText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads manifests: the YAML files in which somebody says what their program is and how it is started. {@code
 * manifest.schema.json}, beside this class, describes them to editors; ARCHITECTURE.md and the schema say the same.
 */
public final class Manifests {
    static final List<String> KEYS =
            List.of("name", "protocol", "role", "start", "dialect", "stdin", "tty", "credentials", "skip");

    private static final YamlText.Kind KIND = new YamlText.Kind("manifest", "name, protocol, role and start");

    private Manifests() {}

    /**
     * The implementation that {@code file} describes.
     *
     * @throws InvalidYaml at the first thing in it that is wrong: one line, with file, line and what is allowed
     */
    public static Implementation read(Path file) {
        Node.Fields manifest = YamlText.read(file, KIND).fields(KEYS);
        String name = manifest.require("name").visibleText();
        Node spoken = manifest.require("protocol");
        return ProtocolSection.isWritten(spoken) ? written(file, manifest, name) : inDialect(file, manifest, name);
    }

    private static Implementation written(Path file, Node.Fields manifest, String name) {
        Role role = manifest.require("role").oneOf(List.of(Role.SERVER, Role.CLIENT), Role::word);
        ProtocolSection section = ProtocolSection.read(manifest.require("protocol"), name, role);
        for (String key : List.of("dialect", "credentials")) {
            manifest.find(key).ifPresent(misplaced -> {
                throw misplaced.mistake(key + " is for the protocols that sockspec knows ("
                        + words(Protocol.all().stream().map(Protocol::word))
                        + "); a protocol that is written down says all in its conversations");
            });
        }
        return new Implementation(
                name,
                section.protocol(),
                role,
                new StartSection(file, role, console(manifest, role)).read(manifest.require("start")),
                Dialect.reference(section.protocol()),
                stdin(manifest, role),
                section.conversations(),
                skip(manifest, section.protocol(), role));
    }

    private static Implementation inDialect(Path file, Node.Fields manifest, String name) {
        Protocol protocol = manifest.require("protocol").oneOf(Protocol.all(), Protocol::word);
        Role role = role(manifest.require("role"), protocol);
        Dialect dialect = manifest.find("dialect")
                .map(section -> Dialect.read(section, protocol))
                .orElse(Dialect.reference(protocol));
        return new Implementation(
                name,
                protocol,
                role,
                new StartSection(file, role, console(manifest, role)).read(manifest.require("start")),
                dialect,
                stdin(manifest, role),
                new ScriptedConversations(dialect, CredentialsSection.read(manifest, dialect)),
                skip(manifest, protocol, role));
    }

    private static Role role(Node node, Protocol protocol) {
        Role role = node.oneOf(Role.class);
        if (!protocol.roles().contains(role)) {
            throw node.mistake("a " + role.word() + " is judged for "
                    + words(Protocol.all().stream()
                            .filter(each -> each.roles().contains(role))
                            .map(Protocol::word))
                    + " only; for " + protocol.word() + ": "
                    + words(protocol.roles().stream().map(Role::word)));
        }
        return role;
    }

    private static String words(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }

    private static Start.Console console(Node.Fields manifest, Role role) {
        return manifest.find("tty")
                .map(node -> {
                    onlyForClients(node, role);
                    return node.truth();
                })
                .filter(Boolean::booleanValue)
                .map(yes -> Start.Console.TERMINAL)
                .orElse(Start.Console.PIPE);
    }

    private static List<String> stdin(Node.Fields manifest, Role role) {
        return manifest.find("stdin")
                .map(node -> {
                    onlyForClients(node, role);
                    return node.items().stream().map(Node::text).toList();
                })
                .orElse(List.of());
    }

    private static void onlyForClients(Node node, Role role) {
        if (role == Role.SERVER) {
            throw node.mistake(node.name() + " is for clients and tools; a server gets no input");
        }
    }

    private static Map<Clause, String> skip(Node.Fields manifest, Protocol protocol, Role role) {
        Map<Clause, String> skip = new TreeMap<>();
        manifest.find("skip").ifPresent(node -> node.fields().values().forEach((id, reason) -> {
            if (!(reason instanceof Node.Text text) || text.value().isBlank()) {
                throw reason.mistake("skip of " + id + " needs a reason, like " + id + ": \"by intent, because …\"");
            }
            skip.put(clause(reason, id, protocol, role), text.value());
        }));
        return skip;
    }

    private static Clause clause(Node where, String id, Protocol protocol, Role role) {
        List<String> ids = Clause.of(protocol, role).stream().map(Clause::id).toList();
        if (!ids.contains(id)) {
            throw where.mistake(Node.unknown("clause", id, ids));
        }
        return Clause.required(id);
    }
}
