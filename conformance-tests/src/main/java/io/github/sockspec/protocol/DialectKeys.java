package io.github.sockspec.protocol;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.yaml.Node;
import io.github.sockspec.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys of one protocol's dialects, read once, and the reader of a manifest's section of them. Thread-safe.
 *
 * @param protocol whose they are
 * @param keys in order, by path
 */
record DialectKeys(Protocol protocol, Map<String, DialectKey> keys) {
    private static final Map<Protocol, DialectKeys> READ = new ConcurrentHashMap<>();

    static DialectKeys of(Protocol protocol) {
        return READ.computeIfAbsent(
                protocol,
                each -> read(each, YamlText.resource("fixtures/protocols/" + each.clauses() + "/dialect.yaml")));
    }

    private static DialectKeys read(Protocol protocol, Node file) {
        Map<String, DialectKey> keys = new LinkedHashMap<>();
        file.fields().values().forEach((path, node) -> DialectKey.read(path, node)
                .ifPresent(key -> keys.put(path, key)));
        return new DialectKeys(protocol, keys);
    }

    /** The words that may stand in {@code section}, in order; in the dialect's own where it is empty. */
    List<String> words(String section) {
        LinkedHashSet<String> words = new LinkedHashSet<>();
        for (DialectKey key : keys.values()) {
            if (section.isEmpty()) {
                words.add(key.section().isEmpty() ? key.name() : key.section());
            } else if (key.section().equals(section)) {
                words.add(key.name());
            }
        }
        return List.copyOf(words);
    }

    /** The values of the reference dialect. */
    DialectValues reference() {
        return new DialectValues(keys, initial());
    }

    private Map<String, String> initial() {
        Map<String, String> texts = new LinkedHashMap<>();
        keys.forEach((path, key) -> texts.put(path, key.initial()));
        return texts;
    }

    /** The dialect that a manifest's section says; where it says nothing of a key, the reference's. */
    DialectValues values(Node section) {
        if (keys.isEmpty() && !section.fields().values().isEmpty()) {
            throw section.mistake(protocol.word() + " has one dialect: leave this section out");
        }
        Map<String, Node> given = given(section);
        Map<String, String> texts = initial();
        given.forEach((path, node) -> texts.put(path, key(path).values().read(node)));
        DialectValues values = new DialectValues(keys, texts);
        given.forEach((path, node) -> key(path).refusals().ifPresent(refusal -> require(values, path, node, refusal)));
        keys.values().forEach(key -> key.unlike().ifPresent(other -> {
            Node place = given.getOrDefault(key.path(), given.getOrDefault(other, section));
            requireApart(values, key.path(), other, place);
        }));
        return values;
    }

    private DialectKey key(String path) {
        return Optional.ofNullable(keys.get(path)).orElseThrow();
    }

    /** The values that are there, by their paths. */
    private Map<String, Node> given(Node section) {
        Map<String, Node> given = new LinkedHashMap<>();
        refuseForeign(section.fields());
        section.fields(words("")).values().forEach((name, node) -> {
            if (keys.containsKey(name)) {
                given.put(name, node);
            } else {
                node.fields(words(name)).values().forEach((inner, value) -> given.put(name + "." + inner, value));
            }
        });
        return given;
    }

    private void refuseForeign(Node.Fields section) {
        List<String> allowed = words("");
        section.values().forEach((name, node) -> {
            for (Protocol other : Protocol.all()) {
                if (!allowed.contains(name) && of(other).words("").contains(name)) {
                    throw node.mistake("\"" + name + "\" belongs to the dialect of " + other.word() + ", not of "
                            + protocol.word() + "; allowed: " + String.join(", ", allowed));
                }
            }
        });
    }

    private static void require(DialectValues values, String path, Node node, DialectKey.Refusal refusal) {
        String value = values.text(path);
        boolean here = refusal.when().entrySet().stream()
                .allMatch(each -> each.getValue().contains(values.text(each.getKey())));
        if (here && value.matches(refusal.matches())) {
            throw node.mistake(refusal.because().replace("{value}", value));
        }
    }

    private static void requireApart(DialectValues values, String one, String other, Node place) {
        Bytes first = values.octets(one);
        Bytes second = values.octets(other);
        if (first.hasAt(0, second)) {
            throw place.mistake("neither reply may be a prefix of the other, for then nobody could tell where it ends: "
                    + one + " " + first + ", " + other + " " + second);
        }
    }
}
