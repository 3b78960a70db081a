package io.github.sockspec.manifest;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation.Joining;
import io.github.sockspec.conversation.KeptNames;
import io.github.sockspec.conversation.Part;
import io.github.sockspec.conversation.WrittenConversation;
import io.github.sockspec.conversation.WrittenConversations;
import io.github.sockspec.conversation.WrittenTurn;
import io.github.sockspec.manifest.PartReader.Side;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.protocol.Transport;
import io.github.sockspec.yaml.Node;
import io.github.sockspec.yaml.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A protocol that somebody has written down: a section of a manifest, or a file of its own.
 *
 * @param protocol what it is called and carried by
 * @param conversations what is said
 */
record ProtocolSection(Protocol protocol, WrittenConversations conversations) {
    static final List<String> KEYS = List.of("name", "transport", "lockstep", "probe", "conversations");
    static final List<String> CONVERSATION = List.of("about", "turns", "prints", "exit");
    static final List<String> TURN = List.of("say", "hear");
    private static final YamlText.Kind KIND = new YamlText.Kind("protocol file", "conversations");
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

    /** Whether {@code node} is no word of a protocol of PROTOCOL.md, but a protocol or the path of its file. */
    static boolean isWritten(Node node) {
        return node instanceof Node.Fields
                || (node instanceof Node.Text text && text.value().matches(".*\\.ya?ml"));
    }

    /**
     * Reads a manifest's {@code protocol}.
     *
     * @param usual the protocol's name where it has none
     * @throws io.github.sockspec.yaml.InvalidYaml at the first thing in it that is wrong
     */
    static ProtocolSection read(Node node, String usual, Role role) {
        if (node instanceof Node.Text) {
            return section(YamlText.read(node.neighbour(), KIND), usual, role);
        }
        return section(node, usual, role);
    }

    private static ProtocolSection section(Node node, String usual, Role role) {
        Node.Fields section = node.fields(KEYS);
        String name = section.find("name").map(ProtocolSection::name).orElse(usual);
        if (Protocol.withClauses().stream().anyMatch(each -> each.word().equals(name))) {
            throw section.find("name")
                    .orElse(section)
                    .mistake("the name " + name
                            + " belongs to a protocol that sockspec knows; give this one another name");
        }
        Transport transport = section.find("transport")
                .map(each -> each.oneOf(Transport.class))
                .orElse(Transport.TCP);
        if (transport == Transport.UDP) {
            DatagramRules.requireFor(role, section);
        }
        Joining joining = section.find("lockstep").map(Node::truth).orElse(false) ? Joining.NEVER : Joining.ALLOWED;
        Map<String, WrittenConversation> conversations =
                conversations(section.require("conversations"), new Speaking(role, transport));
        String first = conversations.keySet().iterator().next();
        String probe = section.find("probe")
                .map(each -> each.oneOf(conversations.keySet(), word -> word))
                .orElse(first);
        return new ProtocolSection(
                Protocol.written(name, transport), new WrittenConversations(probe, joining, conversations));
    }

    private static String name(Node node) {
        String name = node.visibleText();
        if (!name.matches(NAME)) {
            throw node.mistake(
                    node.name() + " must be letters, digits, dots and hyphens, like my-protocol, not " + node.kind());
        }
        return name;
    }

    /** Who is judged, and what carries what is said. */
    private record Speaking(Role role, Transport transport) {
        /** The names that a turn knows, where {@code before} are those of the turns before it. */
        KeptNames names(KeptNames before) {
            return transport == Transport.UDP ? new KeptNames() : before;
        }
    }

    private static Map<String, WrittenConversation> conversations(Node node, Speaking speaking) {
        Map<String, WrittenConversation> conversations = new LinkedHashMap<>();
        for (Map.Entry<String, Node> each : node.fields().values().entrySet()) {
            if (!each.getKey().matches(NAME)) {
                throw each.getValue()
                        .mistake("a conversation's name has letters, digits, dots and hyphens, not \"" + each.getKey()
                                + "\"");
            }
            conversations.put(each.getKey(), conversation(each.getValue(), speaking));
        }
        if (conversations.isEmpty()) {
            throw node.mistake("conversations has none; it holds at least one, like ping: [{say: \"PING\\r\\n\", hear:"
                    + " \"+PONG\\r\\n\"}]");
        }
        return conversations;
    }

    private static WrittenConversation conversation(Node node, Speaking speaking) {
        if (node instanceof Node.Items) {
            return new WrittenConversation("", turns(node, speaking), Optional.empty(), OptionalInt.empty());
        }
        Node.Fields fields = node.fields(CONVERSATION);
        for (String key : List.of("prints", "exit")) {
            fields.find(key).filter(misplaced -> speaking.role() != Role.CLIENT).ifPresent(misplaced -> {
                throw misplaced.mistake(key + " is for clients; a server is judged by what it answers");
            });
        }
        return new WrittenConversation(
                fields.find("about").map(Node::visibleText).orElse(""),
                turns(fields.require("turns"), speaking),
                fields.find("prints").map(text -> Bytes.utf8(text.nonEmptyText())),
                fields.find("exit")
                        .map(exit -> OptionalInt.of(exit.integer(0, 255)))
                        .orElse(OptionalInt.empty()));
    }

    private static List<WrittenTurn> turns(Node node, Speaking speaking) {
        boolean client = speaking.role() == Role.CLIENT;
        KeptNames names = new KeptNames();
        List<WrittenTurn> turns = new ArrayList<>();
        Node unanswered = null;
        for (Node each : node.items()) {
            Node.Fields turn = each.fields(TURN);
            if (!turns.isEmpty() && closes(turns.get(turns.size() - 1))) {
                throw each.mistake("nothing can be said behind closed: the connection has ended");
            }
            names = speaking.names(names);
            PartReader say = new PartReader(client ? Side.ASKED : Side.SENT, names);
            PartReader hear = new PartReader(client ? Side.REPLIED : Side.ANSWERED, names);
            WrittenTurn written = new WrittenTurn(
                    turn.find("say").map(say::read).orElse(List.of()),
                    turn.find("hear").map(hear::read).orElse(List.of()));
            if (written.say().isEmpty() && written.hear().isEmpty()) {
                throw each.mistake("a turn says something, or hears something");
            }
            if (speaking.transport() == Transport.UDP) {
                DatagramRules.require(written, turn);
            }
            boolean hears = written.hear().stream().anyMatch(part -> !(part instanceof Part.Nothing));
            unanswered = hears ? null : each;
            turns.add(written);
        }
        if (turns.isEmpty()) {
            throw node.mistake(
                    "a conversation has at least one turn, like {say: \"PING\\r\\n\", hear: \"+PONG\\r\\n\"}");
        }
        if (unanswered != null && !client) {
            throw unanswered.mistake("this can't fail: it hears nothing and no later message is answered; say what is"
                    + " heard (hear: learned, if you don't know), or ask something behind it");
        }
        return turns;
    }

    private static boolean closes(WrittenTurn turn) {
        return turn.hear().contains(new Part.Closed());
    }
}
