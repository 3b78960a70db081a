package io.github.sockspec.trial;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Conversations;
import io.github.sockspec.conversation.LearnedAnswer;
import io.github.sockspec.conversation.WrittenConversations;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be said to one server; one of which an answer had to be learned, and could not be, ends the case that asks for it.
 *
 * @param conversations with all that was learned
 */
record KnownConversations(Conversations conversations) {
    Conversation of(String name, Map<String, String> placeholders) {
        requireLearned(name);
        return conversations.of(name, placeholders);
    }

    List<Conversation> apart(String name, Map<String, String> placeholders) {
        requireLearned(name);
        return conversations.apart(name, placeholders);
    }

    Conversation probe() {
        return of(conversations.probe(), Map.of());
    }

    private void requireLearned(String name) {
        Optional<LearnedAnswer> obstacle = conversations instanceof WrittenConversations written
                ? written.learned().obstacle(name)
                : Optional.empty();
        obstacle.ifPresent(answer -> {
            throw answer instanceof LearnedAnswer.Unsaid unsaid
                    ? CaseStop.notApplicable(unsaid.why())
                    : CaseStop.inconclusive(((LearnedAnswer.Unknown) answer).why());
        });
    }
}
