package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation.Joining;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be said to a program and by it, each conversation under a name, in the bytes that this program takes. */
public sealed interface Conversations permits ScriptedConversations, WrittenConversations {
    /** The conversation that asks whether a server still serves. */
    String probe();

    /**
     * A conversation for one connection.
     *
     * @param placeholders what {@code {name}} in a command stands for, by name
     * @throws NotInDialect when the program's dialect has no way to say it
     */
    Conversation of(String name, Map<String, String> placeholders);

    /**
     * The conversation, or where no turn of it depends on another and a connection can't carry them all, one for each turn.
     *
     * @param placeholders as in {@link #of}
     * @throws NotInDialect when the program's dialect has no way to say any of it
     */
    List<Conversation> apart(String name, Map<String, String> placeholders);

    /**
     * The same conversation, answered in the server's place.
     *
     * @param prompts the lines that a client reads for one request; none for the protocol's own
     * @throws NotInDialect when the program's dialect has no way to say it
     */
    ServerPart answered(String name, List<String> prompts);

    /**
     * The same, for a server that is asked in datagrams; a conversation of a dialect is the same one under each name.
     *
     * @throws NotInDialect when the program's dialect has no way to say it
     */
    DatagramMessages inDatagrams(String name);

    /** The content of the file that a client is given for it, whose message that is; empty for one that is given none. */
    Optional<Bytes> file(String name);

    /** Whether messages may travel joined. */
    Joining joining();

    /** Whom a server knows, where its protocol has accounts. */
    Accounts accounts();
}
