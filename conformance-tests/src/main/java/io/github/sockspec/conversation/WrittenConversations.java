package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation.Joining;
import io.github.sockspec.conversation.ServerPart.After;
import io.github.sockspec.conversation.ServerPart.Exchange;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The conversations of a protocol that somebody has written down in a file.
 *
 * @param probe the name of the one that asks whether a server still serves
 * @param joining whether messages may travel joined
 * @param byName all of them, in the order of the file; at least one
 * @param learned what answers the turns whose answers the program itself is to show; nothing until it was asked
 */
public record WrittenConversations(
        String probe, Joining joining, Map<String, WrittenConversation> byName, LearnedReplies learned)
        implements Conversations {
    public WrittenConversations {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** Those of a file, before any program was asked. */
    public WrittenConversations(String probe, Joining joining, Map<String, WrittenConversation> byName) {
        this(probe, joining, byName, LearnedReplies.NONE);
    }

    /** The same where this was learned. */
    public WrittenConversations with(LearnedReplies answers) {
        return new WrittenConversations(probe, joining, byName, answers);
    }

    /** All names, in the order of the file. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    @Override
    public Conversation of(String name, Map<String, String> placeholders) {
        KeptNames names = new KeptNames();
        List<Conversation.Turn> turns = new ArrayList<>();
        for (WrittenTurn turn : required(name).turns()) {
            Message message = Message.of(turn.say(), names);
            Reply hears = learned.reply(name, turns.size()).orElseGet(() -> Replies.of(turn.hear(), names));
            turns.add(new Conversation.Turn(message.bytes(), message.marks(), hears));
        }
        return new Conversation(name, turns, joining);
    }

    /** Whoever wrote it down has said what one connection carries. */
    @Override
    public List<Conversation> apart(String name, Map<String, String> placeholders) {
        return List.of(of(name, placeholders));
    }

    @Override
    public ServerPart answered(String name, List<String> prompts) {
        WrittenConversation written = required(name);
        KeptNames names = new KeptNames();
        List<Exchange> exchanges = new ArrayList<>();
        After after = After.KEEPS;
        for (WrittenTurn turn : written.turns()) {
            Reply asks = Replies.of(turn.say(), names);
            boolean closes = turn.hear().contains(new Part.Closed());
            after = closes ? After.CLOSES : after;
            Message says =
                    Message.of(turn.hear().stream().filter(Replies::sayable).toList(), names);
            List<String> typed = exchanges.isEmpty() ? prompts : List.of();
            exchanges.add(new Exchange(typed, asks, says.bytes(), says.marks(), 0, List.of()));
        }
        Due due = new Due(written.prints(), written.exit(), Due.End.BY_ITSELF);
        return new ServerPart(name, exchanges, List.of(), Bytes.EMPTY, after, due);
    }

    @Override
    public Optional<Bytes> file(String name) {
        return Optional.empty();
    }

    @Override
    public DatagramMessages inDatagrams(String name) {
        return new DatagramMessages(of(name, Map.of()), of(probe, Map.of()), 0);
    }

    /** It has none. */
    @Override
    public Accounts accounts() {
        return Accounts.FIXTURE;
    }

    /** The conversation of that name, as it was written down. */
    public WrittenConversation required(String name) {
        WrittenConversation written = byName.get(name);
        if (written == null) {
            throw new IllegalArgumentException(
                    "there is no conversation " + name + "; there are " + String.join(", ", byName.keySet()));
        }
        return written;
    }
}
