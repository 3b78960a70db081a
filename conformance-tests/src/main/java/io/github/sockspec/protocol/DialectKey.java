package io.github.sockspec.protocol;

import io.github.sockspec.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A detail in which programs of a protocol may differ, as its {@code dialect.yaml} has it.
 *
 * @param path the key in a manifest's dialect section, after its section's and a dot where it has one: {@code reply.frame}
 * @param values which values there are
 * @param initial the value of the reference dialect
 * @param encoding the key that says in which encoding its text travels; UTF-8 where there is none
 * @param refusals where which values have no meaning
 * @param unlike another key: neither text may be a prefix of the other
 * @param sides whether client and server must have the same value to understand each other
 */
record DialectKey(
        String path,
        Values values,
        String initial,
        Optional<String> encoding,
        Optional<Refusal> refusals,
        Optional<String> unlike,
        Sides sides) {
    private static final List<String> KEYS =
            List.of("about", "words", "text", "number", "default", "encoding", "refused", "unlike", "sides");

    /** What client and server have of a key. */
    enum Sides {
        SAME,
        /** Each its own value: the other does not see it. */
        OWN
    }

    /** The values of a key. */
    sealed interface Values {
        /** The value in a manifest, which is one of these. */
        String read(Node node);
    }

    /** One of these. */
    record Words(List<String> words) implements Values {
        @Override
        public String read(Node node) {
            return node.oneOf(words, word -> word);
        }
    }

    /** Any text, or any but the empty one. */
    record Text(String least) implements Values {
        @Override
        public String read(Node node) {
            return least.equals("any") ? node.text() : node.nonEmptyText();
        }
    }

    /** A whole number. */
    record Whole(int least, int most) implements Values {
        @Override
        public String read(Node node) {
            return String.valueOf(node.integer(least, most));
        }
    }

    /**
     * Values without a meaning.
     *
     * @param when the values of other keys, all of which must be so
     * @param matches a regular expression of the values
     * @param because what is said then, with {@code {value}} for the value
     */
    record Refusal(Map<String, List<String>> when, String matches, String because) {}

    /** The key that {@code node} describes; none where it describes a section of keys. */
    static Optional<DialectKey> read(String path, Node node) {
        Node.Fields key = node.fields(KEYS);
        key.require("about").visibleText();
        return values(key)
                .map(values -> new DialectKey(
                        path,
                        values,
                        values.read(key.require("default")),
                        key.find("encoding").map(Node::visibleText),
                        key.find("refused").map(DialectKey::refusal),
                        key.find("unlike").map(Node::visibleText),
                        key.find("sides").map(sides -> sides.oneOf(Sides.class)).orElse(Sides.OWN)));
    }

    private static Optional<Values> values(Node.Fields key) {
        Optional<Values> words = key.find("words").map(node -> new Words(texts(node)));
        Optional<Values> text =
                key.find("text").map(node -> new Text(node.oneOf(List.of("any", "some"), word -> word)));
        Optional<Values> number = key.find("number").map(node -> {
            List<Node> ends = node.items();
            return new Whole(
                    ends.get(0).integer(0, Integer.MAX_VALUE), ends.get(1).integer(0, Integer.MAX_VALUE));
        });
        return words.or(() -> text).or(() -> number);
    }

    private static Refusal refusal(Node node) {
        Node.Fields refused = node.fields(List.of("when", "matches", "because"));
        Map<String, List<String>> when = new TreeMap<>();
        refused.require("when").fields().values().forEach((key, values) -> when.put(key, texts(values)));
        return new Refusal(
                when,
                refused.find("matches").map(Node::text).orElse("(?s).*"),
                refused.require("because").visibleText());
    }

    private static List<String> texts(Node list) {
        return list.items().stream().map(Node::text).toList();
    }

    /** The section it stands in; empty for the dialect's own. */
    String section() {
        return path.substring(0, Math.max(0, path.indexOf('.')));
    }

    /** Its own name, behind its section's. */
    String name() {
        return path.substring(path.indexOf('.') + 1);
    }
}
