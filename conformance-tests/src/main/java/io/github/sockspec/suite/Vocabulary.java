package io.github.sockspec.suite;

import io.github.sockspec.delivery.Family;
import io.github.sockspec.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The words that {@code ask} of a case file may hold, with what each of them does to a trial. A word stands alone, or is a
 * key with what it takes behind it.
 *
 * @param <T> the kind of trial
 */
final class Vocabulary<T> {
    private final Map<String, Reading<T>> readings = new LinkedHashMap<>();

    /** Makes a step of what stands behind a word; {@link Node.Nothing} where nothing does. */
    interface Reading<T> {
        Consumer<T> read(Node argument, Setting setting);
    }

    /**
     * What else a case's entry says.
     *
     * @param delivery the last part of its name
     * @param conditions under which it is asked
     */
    record Setting(String delivery, Conditions conditions) {}

    /** A word with something behind it. */
    Vocabulary<T> with(String word, Reading<T> reading) {
        readings.put(word, reading);
        return this;
    }

    /** A word that stands alone. */
    Vocabulary<T> alone(String word, Consumer<T> step) {
        return with(word, (argument, setting) -> {
            if (argument instanceof Node.Nothing) {
                return step;
            }
            throw argument.mistake(word + " takes nothing behind it");
        });
    }

    /** A word that stands alone, of a case whose name ends with a family of deliveries. */
    Vocabulary<T> byFamily(String word, Consumer<T> step) {
        return with(word, (argument, setting) -> {
            if (Family.of(setting.delivery()).isEmpty()) {
                throw argument.mistake(
                        Node.unknown("delivery", setting.delivery(), Family.words()) + " (for " + word + ")");
            }
            return step;
        });
    }

    /** A word that stands alone, of a case in a container. */
    Vocabulary<T> contained(String word, Consumer<T> step) {
        return with(word, (argument, setting) -> {
            setting.conditions().requireWithin(argument, word);
            return step;
        });
    }

    /** The steps of {@code ask}, one after the other: one, or a list. */
    Consumer<T> read(Node ask, Setting setting) {
        if (!(ask instanceof Node.Items items)) {
            return step(ask, setting);
        }
        return items.items().stream()
                .map(each -> step(each, setting))
                .reduce(Consumer::andThen)
                .orElseThrow(() -> ask.mistake(ask.name() + " has no step"));
    }

    private Consumer<T> step(Node node, Setting setting) {
        if (node instanceof Node.Fields fields) {
            if (fields.values().size() != 1) {
                throw node.mistake("a step is one word with what it takes behind it; several are a list");
            }
            Map.Entry<String, Node> only = fields.values().entrySet().iterator().next();
            return reading(only.getValue(), only.getKey()).read(only.getValue(), setting);
        }
        String word = node.text();
        return reading(node, word).read(new Node.Nothing(node.where(), word), setting);
    }

    private Reading<T> reading(Node node, String word) {
        Reading<T> reading = readings.get(word);
        if (reading == null) {
            throw node.mistake(Node.unknown("step", word, readings.keySet()));
        }
        return reading;
    }
}
