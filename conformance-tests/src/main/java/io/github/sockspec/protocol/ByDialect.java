package io.github.sockspec.protocol;

import io.github.sockspec.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a protocol's file says for each dialect: one value for all, or one for each value of a key.
 *
 * @param <T> the value
 */
public sealed interface ByDialect<T> {
    /**
     * The value for a dialect.
     *
     * @param dialect the value of each of its keys
     */
    T of(Map<String, String> dialect);

    /** The same value for all. */
    record Same<T>(T value) implements ByDialect<T> {
        @Override
        public T of(Map<String, String> dialect) {
            return value;
        }
    }

    /** A value for each that {@code key} may have. */
    record ByKey<T>(String key, Map<String, T> values) implements ByDialect<T> {
        @Override
        public T of(Map<String, String> dialect) {
            String word = dialect.get(key);
            return Objects.requireNonNull(values.get(word), () -> "nothing is said for " + key + " " + word);
        }
    }

    /** That of a node: a mapping is by the key that it names under {@code by}, anything else the value itself. */
    static <T> ByDialect<T> read(Node node, Function<Node, T> value) {
        if (!(node instanceof Node.Fields fields)) {
            return new Same<>(value.apply(node));
        }
        Map<String, T> values = new LinkedHashMap<>();
        fields.values().forEach((word, each) -> {
            if (!word.equals("by")) {
                values.put(word, value.apply(each));
            }
        });
        return new ByKey<>(fields.require("by").visibleText(), values);
    }
}
