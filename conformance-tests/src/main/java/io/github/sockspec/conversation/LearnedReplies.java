package io.github.sockspec.conversation;

import java.util.Map;
import java.util.Optional;

/**
 * What was learned of a program's answers.
 *
 * @param byName for each conversation with turns whose answers are learned: what became of them, by the turn's index
 */
public record LearnedReplies(Map<String, Map<Integer, LearnedAnswer>> byName) {
    /** Before anything was asked. */
    public static final LearnedReplies NONE = new LearnedReplies(Map.of());

    public LearnedReplies {
        byName = Map.copyOf(byName);
    }

    /** Why the conversation of that name can't be had, if it can't: a turn's answer that is not known. */
    public Optional<LearnedAnswer> obstacle(String name) {
        return turns(name).values().stream()
                .filter(answer -> !(answer instanceof LearnedAnswer.Known))
                .findFirst();
    }

    /** What must answer a turn, where that was learned. */
    Optional<Reply> reply(String name, int turn) {
        return turns(name).get(turn) instanceof LearnedAnswer.Known known
                ? Optional.of(known.reply())
                : Optional.empty();
    }

    private Map<Integer, LearnedAnswer> turns(String name) {
        return byName.getOrDefault(name, Map.of());
    }
}
