package io.github.sockspec.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.sockspec.yaml.Node;
import io.github.sockspec.yaml.YamlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A protocol: one of PROTOCOL.md, as its {@code protocol.yaml} has it, or one that somebody has written down. Of the former
 * there is one object for each.
 *
 * @param word its name, in lower case, as files, options and case names use it
 * @param about what it is, in a sentence
 * @param transport what carries it
 * @param port the reference port
 * @param roles the sides that a program can take
 * @param control the word of the protocol whose reference server is conversed with beside a wait for a server of this
 * @param programs what is said of the programs that speak it
 * @param clauses the word of the protocol whose clauses judge it: its own, or a general one's
 */
public record Protocol(
        String word,
        String about,
        Transport transport,
        int port,
        List<Role> roles,
        String control,
        Programs programs,
        String clauses) {
    public Protocol {
        roles = List.copyOf(roles);
    }

    /** Every protocol of PROTOCOL.md that is spoken by name, in its order. */
    public static List<Protocol> all() {
        return Read.ALL;
    }

    /** What is required of every protocol, whatever it says: one for each transport, in the order of PROTOCOL.md. */
    public static List<Protocol> general() {
        return Read.GENERAL;
    }

    /** All of {@link #all()} and {@link #general()}: whatever has clauses. */
    public static List<Protocol> withClauses() {
        return Stream.concat(all().stream(), general().stream()).toList();
    }

    /** The protocol called {@code word} that somebody has written down. */
    public static Protocol written(String word, Transport transport) {
        Protocol like = general().stream()
                .filter(each -> each.transport == transport)
                .findFirst()
                .orElseThrow();
        return new Protocol(word, "", transport, like.port, like.roles, like.control, like.programs, like.word);
    }

    /** The protocol whose reference server is conversed with beside a wait for a client, whatever it speaks. */
    public static Protocol besideClients() {
        return required(Read.INDEX.require("control").visibleText());
    }

    /** The protocol called {@code word}. */
    public static Optional<Protocol> of(String word) {
        return all().stream().filter(each -> each.word.equals(word)).findFirst();
    }

    /**
     * The protocol called {@code word}.
     *
     * @throws IllegalArgumentException when there is none, with those that there are
     */
    @JsonCreator
    public static Protocol required(String word) {
        return of(word).orElseThrow(() ->
                new IllegalArgumentException("there is no protocol \"" + word + "\"; allowed: "
                        + String.join(", ", all().stream().map(Protocol::word).toList())));
    }

    /** Whether it travels in datagrams. */
    public boolean datagrams() {
        return transport == Transport.UDP;
    }

    @Override
    public String toString() {
        return word;
    }

    /** The files, read once. */
    static final class Read {
        private static final List<String> KEYS = Stream.concat(
                        Stream.of("name", "about", "transport", "port", "roles", "control"), Programs.KEYS.stream())
                .toList();
        private static final int LARGEST_PORT = 65_535;

        static final Node.Fields INDEX =
                YamlText.resource("fixtures/protocols/index.yaml").fields(List.of("protocols", "general", "control"));

        static final List<Protocol> ALL = named("protocols");
        static final List<Protocol> GENERAL = named("general");

        private Read() {}

        private static List<Protocol> named(String list) {
            return INDEX.require(list).items().stream()
                    .map(name -> read(YamlText.resource("fixtures/protocols/" + name.visibleText() + "/protocol.yaml")))
                    .toList();
        }

        /** The protocol in a file's tree. */
        static Protocol read(Node file) {
            Node.Fields protocol = file.fields(KEYS);
            String word = protocol.require("name").visibleText();
            return new Protocol(
                    word,
                    protocol.require("about").visibleText(),
                    protocol.require("transport").oneOf(Transport.class),
                    protocol.require("port").integer(1, LARGEST_PORT),
                    protocol.require("roles").items().stream()
                            .map(role -> role.oneOf(Role.class))
                            .toList(),
                    protocol.require("control").visibleText(),
                    Programs.read(protocol),
                    word);
        }
    }
}
