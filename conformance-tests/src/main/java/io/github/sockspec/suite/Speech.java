package io.github.sockspec.suite;

import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.NotInDialect;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Family;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What one case says: scripts, in the dialect of the program under test. Where that has no way to say one, the case ends. */
final class Speech {
    private final Optional<Encore> encore;
    private final Map<String, String> placeholders = new HashMap<>();

    Speech(Session session) {
        encore = session.encore();
    }

    /** From now on {@code {key}} in a command stands for {@code value}. */
    void let(String key, String value) {
        placeholders.put(key, value);
    }

    /** The conversation that a script is. */
    Conversation conversation(Bench bench, String script) {
        return inDialect(() -> bench.conversation(script, placeholders));
    }

    /**
     * The conversations that a case is named after: more than one where none of its turns depends on another and a
     * connection can't carry them all, unless it is about how they are joined on one. Where a delivery is asked for again,
     * those that it can be one of.
     */
    List<Conversation> conversations(Bench bench, Case name) {
        if (name.family().filter(Family::joins).isPresent()) {
            return List.of(conversation(bench, name.conversation()));
        }
        List<Conversation> all = inDialect(() -> bench.conversations(name.conversation(), placeholders));
        List<Conversation> again = all.stream()
                .filter(each ->
                        encore.filter(asked -> asked.fits(each.said(), fit())).isPresent())
                .toList();
        return again.isEmpty() ? all : again;
    }

    /** The one delivery of {@code conversation} that is asked for again, if one is. */
    Optional<Delivery> encore(Conversation conversation) {
        return encore.map(asked -> asked.delivery(conversation.said(), fit()));
    }

    private Travel.Fit fit() {
        return placeholders.isEmpty() ? Travel.Fit.BYTES : Travel.Fit.LENGTHS;
    }

    private static <T> T inDialect(Supplier<T> said) {
        try {
            return said.get();
        } catch (NotInDialect reason) {
            throw Stop.notApplicable(String.valueOf(reason.getMessage()));
        }
    }
}
