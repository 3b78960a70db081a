package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.protocol.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a script's terms into the bytes of one dialect. */
public sealed interface ConversationEncoder permits LoginMessages, ExecMessages, DigestMessages {
    /** The turns that one turn of a script becomes. */
    List<Conversation.Turn> say(Script.Turn turn);

    /** What a connection that carried {@code script} must still show behind its last turn, if anything. */
    default List<Conversation.Turn> close(Script script) {
        return List.of();
    }

    /**
     * The encoder of {@code dialect}.
     *
     * @param accounts whom a login server knows
     */
    static ConversationEncoder of(Dialect dialect, Accounts accounts) {
        return switch (dialect.protocol().word()) {
            case "login" -> new LoginMessages(dialect, accounts);
            case "exec" -> new ExecMessages(dialect);
            case "digest" -> new DigestMessages();
            default ->
                throw new IllegalArgumentException(
                        dialect.protocol().word() + " is said in datagrams, not over a connection");
        };
    }

    /**
     * The conversation that {@code script} is in this dialect.
     *
     * @param placeholders what {@code {name}} in a command stands for, by name
     * @throws NotInDialect when the dialect has no way to say it
     */
    default Conversation speak(Script script, Map<String, String> placeholders) {
        List<Conversation.Turn> turns = new ArrayList<>();
        for (Script.Turn turn : script.turns()) {
            turns.addAll(say(fill(turn, placeholders)));
        }
        turns.addAll(close(script));
        return Conversation.of(script.name(), turns);
    }

    /**
     * The conversations that {@code script} is in this dialect: one, or where no turn depends on another, and a connection
     * can't carry all of them, one for each. Of such turns, those that the dialect has no way to say are left out.
     *
     * @param placeholders as in {@link #speak}
     * @throws NotInDialect when the dialect has no way to say any of it
     */
    default List<Conversation> speakApart(Script script, Map<String, String> placeholders) {
        List<Script> single = script.apart().stream()
                .filter(each -> refusal(each, placeholders).isEmpty())
                .toList();
        if (script.connection() != Script.Sharing.ANY || single.isEmpty()) {
            return List.of(speak(script, placeholders));
        }
        Script sayable = script.with(
                single.stream().flatMap(each -> each.turns().stream()).toList());
        return refusal(sayable, placeholders).isEmpty()
                ? List.of(speak(sayable, placeholders))
                : single.stream().map(each -> speak(each, placeholders)).toList();
    }

    /** Why the dialect has no way to say {@code script}; empty where it has one. */
    private Optional<NotInDialect> refusal(Script script, Map<String, String> placeholders) {
        try {
            speak(script, placeholders);
            return Optional.empty();
        } catch (NotInDialect reason) {
            return Optional.of(reason);
        }
    }

    private static Script.Turn fill(Script.Turn turn, Map<String, String> placeholders) {
        String command = turn.command();
        if (command == null) {
            return turn;
        }
        for (Map.Entry<String, String> each : placeholders.entrySet()) {
            command = command.replace("{" + each.getKey() + "}", each.getValue());
        }
        return new Script.Turn(
                null, null, command, null, turn.stdout(), turn.stderr(), null, null, null, null, turn.answer());
    }

    /** The bytes of {@code raw}, whose text is in UTF-8. */
    static Bytes raw(Octets raw) {
        return raw.in(StandardCharsets.UTF_8);
    }
}
