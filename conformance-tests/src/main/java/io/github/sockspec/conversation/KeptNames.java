package io.github.sockspec.conversation;

import io.github.sockspec.conversation.Marks.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names under which something is kept on a connection, as far as a conversation has come. */
public final class KeptNames {
    private final Map<String, Name> names = new HashMap<>();

    private record Name(int length, Source source) {}

    /** Letters of that name are said. */
    public void fresh(String name, int length) {
        names.put(name, new Name(length, Source.FRESH));
    }

    /** So many bytes of what is heard are kept. */
    public void heard(String name, int length) {
        names.put(name, new Name(length, Source.KEPT));
    }

    /** All that are known. */
    public Set<String> known() {
        return Set.copyOf(names.keySet());
    }

    /** How many bytes {@code name} has, where that is known. */
    public Optional<Integer> find(String name) {
        return Optional.ofNullable(names.get(name)).map(Name::length);
    }

    int length(String name) {
        return required(name).length();
    }

    Source source(String name) {
        return required(name).source();
    }

    private Name required(String name) {
        Name known = names.get(name);
        if (known == null) {
            throw new IllegalArgumentException("nothing is kept under " + name);
        }
        return known;
    }
}
