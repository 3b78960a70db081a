package io.github.sockspec.conversation;

import static java.util.Objects.requireNonNull;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.ServerPart.After;
import io.github.sockspec.conversation.ServerPart.Exchange;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.IntegerFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns scripts round: the same files that a server is asked by, answered in the server's place.
 *
 * @param dialect what the client speaks
 * @param accounts whom a login server knows
 * @param prompts a manifest's {@code stdin}: the lines a client reads for one request; none for the protocol's own
 */
public record ServerParts(Dialect dialect, Accounts accounts, List<String> prompts) {
    /**
     * The server's part of {@code script}.
     *
     * @throws NotInDialect when the dialect has no way to say it
     */
    public ServerPart of(Script script) {
        return switch (dialect.protocol().word()) {
            case "login" -> login(script);
            case "exec" -> exec(script);
            case "digest" -> digest(script);
            default ->
                throw new IllegalArgumentException(
                        dialect.protocol().word() + " is said in datagrams, not over a connection");
        };
    }

    /** The content of the file that a client is given for {@code script}, whose one message it is; empty for others. */
    static Optional<Bytes> content(Script script) {
        return Optional.ofNullable(script.turns().get(0).chunks())
                .map(chunks -> Bytes.join(chunks.stream()
                        .map(chunk -> chunk.in(StandardCharsets.UTF_8))
                        .toList()));
    }

    private ServerPart login(Script script) {
        if (dialect.is("attempts", "one") && script.turns().size() > 1) {
            throw new NotInDialect("a connection carries one attempt in this dialect");
        }
        List<Exchange> exchanges = new ArrayList<>();
        for (Script.Turn turn : script.turns()) {
            boolean valid = turn.answer() == Script.Answer.SUCCESS;
            String user = requireNonNull(turn.user(), "a login turn has a user");
            String password = requireNonNull(turn.password(), "a login turn has a password");
            Accounts.Pair pair =
                    valid ? accounts.right(user, password) : accounts.wrong(new Accounts.Pair(user, password), "");
            exchanges.add(Exchange.of(
                    typed(List.of("{user}", "{password}"), Map.of("user", pair.user(), "password", pair.password())),
                    Reply.exactly(dialect.request()
                            .frame(dialect.encoded(pair.user() + dialect.text("separator") + pair.password()))),
                    valid ? dialect.octets("success") : dialect.octets("fail")));
        }
        After after = dialect.is("closes", "server") ? After.CLOSES : After.KEEPS;
        return new ServerPart(script.name(), exchanges, List.of(), Bytes.EMPTY, after, Due.NOTHING);
    }

    private ServerPart exec(Script script) {
        return new ExecServerPart(dialect, command -> typed(List.of("{command}"), Map.of("command", command)))
                .of(script);
    }

    private ServerPart digest(Script script) {
        Bytes content = content(script).orElseThrow();
        Bytes digest = new DigestMessages().digest(content);
        Exchange only = Exchange.of(typed(List.of(), Map.of()), new Chunked(IntegerFormat.I32LE, content), digest)
                .printing(List.of(digest));
        return new ServerPart(script.name(), List.of(only), List.of(), Bytes.EMPTY, After.KEEPS, Due.NOTHING);
    }

    /** What is typed for one request. */
    private List<String> typed(List<String> usual, Map<String, String> values) {
        return (prompts.isEmpty() ? usual : prompts)
                .stream().map(line -> filled(line, values)).toList();
    }

    private static String filled(String line, Map<String, String> values) {
        String filled = line;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
