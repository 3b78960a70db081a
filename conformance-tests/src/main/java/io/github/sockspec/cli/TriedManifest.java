package io.github.sockspec.cli;

import io.github.sockspec.cli.Talk.Turn;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The manifest of a program that was only named on a command line, to be kept and commented.
 *
 * @param program what it is called; its file name, an address or an image
 * @param start the lines of the manifest's start
 * @param turns what is said
 * @param manner how it is said
 */
record TriedManifest(String program, List<String> start, List<Turn> turns, Manner manner) {
    /** How the messages travel. */
    record Manner(Transport transport, Order order) {}

    /** Whether a message may be said before the one in front of it was answered. */
    enum Order {
        JOINED,
        LOCKSTEP
    }

    TriedManifest {
        start = List.copyOf(start);
        turns = List.copyOf(turns);
    }

    String text() {
        String name = name();
        List<String> lines = new ArrayList<>(List.of(
                "# Made by ./sockspec try. To judge by it again: ./sockspec run -i with the name of this file",
                "name: " + YamlWords.quoted(name),
                "role: server",
                "start:"));
        start.forEach(line -> lines.add("  " + line));
        lines.addAll(List.of(
                "protocol:",
                "  name: " + YamlWords.quoted(name),
                "  transport: " + manner.transport().name().toLowerCase(Locale.ROOT)));
        if (manner.transport() == Transport.TCP) {
            lines.add("  # true: the next message may only be said after the answer; nothing is ever joined");
            lines.add("  lockstep: " + (manner.order() == Order.LOCKSTEP));
        }
        lines.addAll(List.of(
                "  # the conversation that asks whether the server still serves",
                "  probe: said",
                "  conversations:",
                "    # hear: learned is whatever the program answers when the message arrives whole, asked three times;",
                "    # the bytes that must come say more, like hear: \"+OK\\r\\n\"",
                "    said:"));
        turns.forEach(turn -> lines.add(line(turn.say(), turn.hear())));
        Turn only = turns.get(0);
        if (turns.size() == 1 && only.say().isPresent() && manner.equals(new Manner(Transport.TCP, Order.JOINED))) {
            lines.add("    # the same again on one connection: what joined messages are tried with");
            lines.add("    twice:");
            lines.add(line(only.say(), only.hear()));
            lines.add(line(only.say(), List.of()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String line(Optional<String> say, List<String> hear) {
        String heard =
                hear.isEmpty() ? "learned" : hear.size() == 1 ? hear.get(0) : "[" + String.join(", ", hear) + "]";
        return "      - {" + say.map(part -> "say: " + part + ", ").orElse("") + "hear: " + heard + "}";
    }

    /** As a protocol may be called: letters, digits, dots and hyphens, and no protocol that is known already. */
    String name() {
        String name = program.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+|-+$", "");
        boolean taken =
                Protocol.withClauses().stream().anyMatch(each -> each.word().equals(name));
        return name.isEmpty() ? "program" : taken ? name + "-program" : name;
    }
}
