package io.github.sockspec.manifest;

import io.github.sockspec.conversation.DatagramMessages;
import io.github.sockspec.conversation.Part;
import io.github.sockspec.conversation.WrittenTurn;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.yaml.Node;
import java.util.Map;

/** What a protocol file can't hold where it is spoken in datagrams, each with its reason. */
final class DatagramRules {
    /** What is heard over a connection alone. */
    private static final Map<Part, String> REASONS = Map.of(
            new Part.Closed(), "closed is for TCP: nothing is connected over UDP, so nothing can end",
            new Part.Nothing(),
                    "nothing is for TCP: a datagram's answer may come late; without hear it may be answered or not",
            new Part.Learned(), "learned is for TCP: say what the datagram that answers this holds");

    private DatagramRules() {}

    /** Of the file as a whole, for programs of that role. */
    static void requireFor(Role role, Node.Fields section) {
        if (role != Role.SERVER) {
            throw section.require("transport")
                    .mistake("over UDP only servers are judged by a protocol that is written down, and this is a "
                            + role.word());
        }
        section.find("lockstep").ifPresent(node -> {
            throw node.mistake("lockstep is for TCP: datagrams are never joined");
        });
    }

    /** Of one turn: a datagram, and one that answers it. */
    static void require(WrittenTurn written, Node.Fields turn) {
        if (turn.find("say").isEmpty()) {
            throw turn.mistake("over UDP a turn says a datagram, and hears the one that answers it: a server has nobody"
                    + " to send to before it is asked");
        }
        for (Part part : written.hear()) {
            if (REASONS.containsKey(part)) {
                throw turn.require("hear").mistake(REASONS.get(part));
            }
        }
        requireFitting(written.datagram().length(), turn, "say");
        written.answer().size().ifPresent(size -> requireFitting(size, turn, "hear"));
    }

    private static void requireFitting(int length, Node.Fields turn, String key) {
        if (length > DatagramMessages.LARGEST) {
            throw turn.require(key)
                    .mistake("%d bytes don't fit a datagram, which carries at most %d over IPv4"
                            .formatted(length, DatagramMessages.LARGEST));
        }
    }
}
