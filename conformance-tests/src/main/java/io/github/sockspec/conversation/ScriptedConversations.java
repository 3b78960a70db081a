package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation.Joining;
import io.github.sockspec.protocol.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The conversations of a protocol with dialects: each a script, which is said in one of them.
 *
 * @param dialect what the program speaks
 * @param accounts whom a server knows, where its protocol has accounts
 */
public record ScriptedConversations(Dialect dialect, Accounts accounts) implements Conversations {
    /** In that dialect, with the fixture's accounts. */
    public static ScriptedConversations in(Dialect dialect) {
        return new ScriptedConversations(dialect, Accounts.FIXTURE);
    }

    @Override
    public String probe() {
        return "plain";
    }

    @Override
    public Conversation of(String name, Map<String, String> placeholders) {
        return encoder().speak(script(name), placeholders);
    }

    @Override
    public List<Conversation> apart(String name, Map<String, String> placeholders) {
        return encoder().speakApart(script(name), placeholders);
    }

    @Override
    public ServerPart answered(String name, List<String> prompts) {
        return new ServerParts(dialect, accounts, prompts).of(script(name));
    }

    @Override
    public Optional<Bytes> file(String name) {
        return ServerParts.content(script(name));
    }

    @Override
    public DatagramMessages inDatagrams(String name) {
        return DatagramMessages.in(dialect);
    }

    @Override
    public Joining joining() {
        return Joining.ALLOWED;
    }

    private Script script(String name) {
        return Scripts.of(dialect.protocol(), name);
    }

    private ConversationEncoder encoder() {
        return ConversationEncoder.of(dialect, accounts);
    }
}
