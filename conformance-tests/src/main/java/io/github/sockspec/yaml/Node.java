package io.github.sockspec.yaml;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A value in a YAML file, which knows where it stands, so that what is wrong with it can be said by file and line. */
public sealed interface Node {
    /** The file and the line, as {@code server.yaml:4}. */
    Where where();

    /** The key it stands behind. */
    String name();

    /** What a person would call this kind of value. */
    String kind();

    /** A place in a file; lines count from 1. */
    record Where(Path file, int line) {
        public InvalidYaml mistake(String what) {
            return new InvalidYaml(file + ":" + line + ": " + what);
        }
    }

    /** Whether a value stood in quotes. */
    enum Style {
        PLAIN,
        QUOTED
    }

    /** A single value, as it was written. */
    record Text(Where where, String name, String value, Style style) implements Node {
        @Override
        public String kind() {
            return "\"" + value + "\"";
        }
    }

    /** Nothing: a key with no value behind it. */
    record Nothing(Where where, String name) implements Node {
        @Override
        public String kind() {
            return "nothing";
        }
    }

    /** A list. */
    record Items(Where where, String name, List<Node> items) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with their values, in the order of the file. */
    record Fields(Where where, String name, Map<String, Node> values) implements Node {
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        public boolean has(String key) {
            return values.containsKey(key);
        }

        public Optional<Node> find(String key) {
            return Optional.ofNullable(values.get(key));
        }

        /** The value behind {@code key}, which must be there. */
        public Node require(String key) {
            return find(key).orElseThrow(() -> mistake(name + " has no \"" + key + "\""));
        }

        @Override
        public String kind() {
            return "keys with values";
        }
    }

    default InvalidYaml mistake(String what) {
        return where().mistake(what);
    }

    /** The keys and values of this; a mistake when it has none, or one that is not among {@code allowed}. */
    default Fields fields(Collection<String> allowed) {
        Fields fields = fields();
        for (Map.Entry<String, Node> field : fields.values().entrySet()) {
            if (!allowed.contains(field.getKey())) {
                throw field.getValue().mistake(unknown("key", field.getKey(), allowed));
            }
        }
        return fields;
    }

    default Fields fields() {
        if (this instanceof Fields fields) {
            return fields;
        }
        throw mistake(name() + " must be keys with values, not " + kind());
    }

    default List<Node> items() {
        if (this instanceof Items items) {
            return items.items();
        }
        throw mistake(name() + " must be a list, like [a, b], not " + kind());
    }

    /** The text of this; an empty one only where it was written in quotes. */
    default String text() {
        if (this instanceof Text text) {
            return text.value();
        }
        throw mistake(name() + " must be text, not " + kind());
    }

    /** The text of this, which has at least one character, be it a blank. */
    default String nonEmptyText() {
        String text = text();
        if (text.isEmpty()) {
            throw mistake(name() + " must not be empty");
        }
        return text;
    }

    /** The text of this, which has at least one character that can be seen. */
    default String visibleText() {
        String text = text();
        if (text.isBlank()) {
            throw mistake(name() + (text.isEmpty() ? " must not be empty" : " must not be blanks alone"));
        }
        return text;
    }

    /** The one of {@code values} whose word this is. */
    default <T> T oneOf(Collection<T> values, Function<T, String> word) {
        String text = text();
        List<String> words = values.stream().map(word).toList();
        return values.stream()
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> mistake(unknown("value", text, words) + " (for " + name() + ")"));
    }

    /** The one of an enumeration whose name, in lower case and with hyphens, this is. */
    default <E extends Enum<E>> E oneOf(Class<E> type) {
        return oneOf(
                List.of(type.getEnumConstants()),
                value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Whether this is {@code true}; a mistake where it is not {@code false} either. */
    default boolean truth() {
        return oneOf(List.of(Boolean.TRUE, Boolean.FALSE), String::valueOf);
    }

    /** The file that this names by its path relative to the one that it stands in. */
    default Path neighbour() {
        return where().file().toAbsolutePath().resolveSibling(visibleText()).normalize();
    }

    default int integer(int least, int most) {
        String text = text();
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw mistake(name() + " must be a whole number from " + least + " to " + most + ", not " + kind());
    }

    /** What is said of a word that is none of {@code allowed}: which are, and the one it comes nearest to. */
    static String unknown(String what, String word, Collection<String> allowed) {
        String nearest = NearestWord.nearest(word, allowed)
                .map(near -> "; did you mean \"" + near + "\"?")
                .orElse(";");
        return "unknown " + what + " \"" + word + "\"" + nearest + " allowed: " + String.join(", ", allowed);
    }
}
