package io.github.sockspec.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.sockspec.protocol.Protocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its file under {@code fixtures/conversations/} has it: in the protocol's own terms, before a dialect
 * turns it into bytes. Schema 1; every key but {@code about} is checked on loading.
 *
 * @param schema 1
 * @param name the file's name without its ending
 * @param protocol {@code login}, {@code exec} or {@code digest}
 * @param about what it shows, in a sentence
 * @param connection whether its turns must share one; {@link Sharing#ONE} where it is left out
 * @param turns in order, at least one
 */
public record Script(
        int schema,
        String name,
        Protocol protocol,
        String about,
        @Nullable Sharing connection,
        List<Turn> turns) {
    /** Whether the turns of a conversation must share a connection. */
    public enum Sharing {
        /** They must: how each is answered behind the others is what it shows. */
        ONE,
        /**
         * No turn depends on another. Where a connection can't carry them all, each is had on one of its own; and those
         * that a dialect has no way to say are left out.
         */
        ANY
    }

    /**
     * One turn. Which keys it has depends on the protocol: login {@code user, password, answer}; exec
     * {@code command, stdout, stderr}; digest {@code chunks, digest}; login and exec also {@code request, answer}; any protocol {@code raw, answer}.
     *
     * @param user a name; {@code chen}, {@code zhang}, {@code liu} and {@code du} stand for a manifest's own
     *     credentials where it has some
     * @param password the password of {@code user}
     * @param command a command line; {@code {scratch}} is a fresh directory on the server's machine
     * @param exit {@code true}: the dialect's exit word is said
     * @param stdout what the command writes to standard output
     * @param stderr what the command writes to standard error
     * @param chunks the chunks of one digest message
     * @param digest its MD5 in hexadecimal
     * @param request the text or bytes of a request that need not be right; framed as the dialect frames requests, and
     *     with the dialect's separator for {@code |}
     * @param raw bytes that no framing touches
     * @param answer {@code success}, {@code fail}, {@code fail-or-closed}, {@code closed}, {@code none}, or of an exec
     *     server {@code framed}: a whole reply with whatever body, though not an empty one where {@code stdout} or
     *     {@code stderr} say that there is something to send
     */
    public record Turn(
            @Nullable String user,
            @Nullable String password,
            @Nullable String command,
            @Nullable Boolean exit,
            @Nullable Octets stdout,
            @Nullable Octets stderr,
            @Nullable List<Octets> chunks,
            @Nullable String digest,
            @Nullable Octets request,
            @Nullable Octets raw,
            @Nullable Answer answer) {
        /** This, but the command writes something else to standard output. */
        Turn printing(Octets other) {
            return new Turn(user, password, command, exit, other, stderr, chunks, digest, request, raw, answer);
        }
    }

    /** A reply named rather than spelled. */
    public enum Answer {
        SUCCESS,
        FAIL,
        @JsonProperty("fail-or-closed")
        FAIL_OR_CLOSED,
        CLOSED,
        NONE,
        FRAMED
    }

    /** This, but each command writes something else to standard output. */
    public Script printing(Octets other) {
        return new Script(
                schema,
                name,
                protocol,
                about,
                connection,
                turns.stream().map(turn -> turn.printing(other)).toList());
    }

    public Script {
        if (schema != 1) {
            throw new IllegalArgumentException("schema is " + schema + "; this release reads schema 1");
        }
        require("name", name);
        require("protocol", protocol);
        require("about", about);
        require("turns", turns);
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("a conversation has at least one turn");
        }
    }

    /** Each turn as a conversation of its own, where no turn depends on another; else this alone. */
    List<Script> apart() {
        return connection != Sharing.ANY
                ? List.of(this)
                : turns.stream().map(turn -> with(List.of(turn))).toList();
    }

    /** This with fewer turns. */
    Script with(List<Turn> some) {
        return new Script(schema, name, protocol, about, connection, some);
    }

    /** A parser leaves out what a file leaves out, whatever the types say. */
    private static void require(String key, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "the key " + key + " is missing; a conversation has schema, name, protocol, about and turns");
        }
    }
}
