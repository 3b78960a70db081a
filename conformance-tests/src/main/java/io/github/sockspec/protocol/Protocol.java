package io.github.sockspec.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import java.util.Optional;

/**
 * A protocol of PROTOCOL.md, as its {@code protocol.yaml} has it. There is one object for each.
 *
 * @param word its name, in lower case, as files, options and case names use it
 * @param about what it is, in a sentence
 * @param transport what carries it
 * @param port the reference port
 * @param roles the sides that a program can take
 * @param control the word of the protocol whose reference server is conversed with beside a wait for one of this
 */
public record Protocol(String word, String about, Transport transport, int port, List<Role> roles, String control) {
    public Protocol {
        roles = List.copyOf(roles);
    }

    /** Every protocol, in the order of PROTOCOL.md. */
    public static List<Protocol> all() {
        return Protocols.ALL;
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
}
