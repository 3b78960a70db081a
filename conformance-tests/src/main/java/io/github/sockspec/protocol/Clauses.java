package io.github.sockspec.protocol;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.sockspec.yaml.Node;
import io.github.sockspec.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The clauses of each protocol's {@code clauses.yaml}, read once. */
final class Clauses {
    private static final List<String> KEYS = List.of("level", "grade", "sentence", "unjudged");
    private static final Pattern ID = Pattern.compile("([A-Z][A-Z0-9]*)-([CT]?)[1-9]\\d*");

    static final List<Clause> ALL = List.copyOf(all());
    static final Map<String, Clause> BY_ID = ALL.stream().collect(toUnmodifiableMap(Clause::id, identity()));

    private Clauses() {}

    private static List<Clause> all() {
        List<Clause> all = new ArrayList<>();
        for (Protocol protocol : Protocol.all()) {
            String file = "fixtures/protocols/" + protocol.word() + "/clauses.yaml";
            all.addAll(read(YamlText.resource(file), protocol));
        }
        return all;
    }

    /** The clauses of {@code protocol} in a file's tree. */
    static List<Clause> read(Node file, Protocol protocol) {
        List<Clause> clauses = new ArrayList<>();
        file.fields().values().forEach((id, node) -> {
            Node.Fields clause = node.fields(KEYS);
            clauses.add(new Clause(
                    id,
                    clause.require("level").oneOf(List.of(Level.values()), Level::name),
                    clause.require("grade").oneOf(Grade.class),
                    clause.require("sentence").visibleText().replace("`", ""),
                    protocol,
                    role(node, id, protocol),
                    clause.find("unjudged").map(Node::visibleText)));
        });
        return clauses;
    }

    private static Role role(Node node, String id, Protocol protocol) {
        Matcher parts = ID.matcher(id);
        String name = protocol.word().toUpperCase(Locale.ROOT);
        if (!parts.matches() || !parts.group(1).equals(name)) {
            throw node.mistake("a clause of " + protocol.word() + " is called like " + name + "-1, " + name
                    + "-C1 (of a client) or " + name + "-T1 (of a tool), not " + id);
        }
        return switch (parts.group(2)) {
            case "C" -> Role.CLIENT;
            case "T" -> Role.TOOL;
            default -> Role.SERVER;
        };
    }
}
