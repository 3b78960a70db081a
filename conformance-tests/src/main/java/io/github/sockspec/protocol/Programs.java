package io.github.sockspec.protocol;

import io.github.sockspec.yaml.Node;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a protocol's file says of the programs that speak it.
 *
 * @param reference what the command line of the reference program takes in each role, with a manifest's placeholders;
 *     none where there is no such program
 * @param pair the conversation that a client is paired with a server by
 * @param prints what clients print
 */
public record Programs(Map<Role, ByDialect<List<String>>> reference, ByDialect<String> pair, Printing prints) {
    static final List<String> KEYS = List.of("reference", "pair", "prints");

    /** What the client of a protocol prints. */
    public enum Printing {
        /** What of each reply must be seen. */
        REPLIES,
        /** What it likes: its status says that it was answered rightly, and it prints the same however replies are cut. */
        ANYTHING
    }

    public Programs {
        reference = Map.copyOf(reference);
    }

    /** What a protocol's file says under {@link #KEYS}. */
    static Programs read(Node.Fields protocol) {
        return new Programs(
                protocol.find("reference").map(Programs::reference).orElse(Map.of()),
                protocol.find("pair")
                        .map(node -> ByDialect.read(node, Node::visibleText))
                        .orElse(new ByDialect.Same<>("plain")),
                protocol.find("prints").map(node -> node.oneOf(Printing.class)).orElse(Printing.REPLIES));
    }

    private static Map<Role, ByDialect<List<String>>> reference(Node node) {
        Map<Role, ByDialect<List<String>>> reference = new EnumMap<>(Role.class);
        Node.Fields programs =
                node.fields(Stream.of(Role.values()).map(Role::word).toList());
        for (Role role : Role.values()) {
            programs.find(role.word()).ifPresent(words -> reference.put(role, ByDialect.read(words, Programs::words)));
        }
        return reference;
    }

    private static List<String> words(Node node) {
        return node.items().stream().map(Node::visibleText).toList();
    }
}
