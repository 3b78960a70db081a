package io.github.sockspec.protocol;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.sockspec.yaml.Node;
import io.github.sockspec.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One requirement of PROTOCOL.md, as its protocol's {@code clauses.yaml} has it. There is one object for each, in the order
 * of the protocols and, within one, of its file.
 *
 * @param id the published identifier, for example {@code EXEC-5} or {@code LOGIN-C2}; never used for another requirement
 * @param level how binding it is
 * @param grade the question it answers
 * @param sentence what it asks, as plain text that a student reads once
 * @param protocol whose requirement it is
 * @param role on which side
 * @param unjudged why no case judges it; empty where one does
 */
public record Clause(
        String id, Level level, Grade grade, String sentence, Protocol protocol, Role role, Optional<String> unjudged)
        implements Comparable<Clause> {
    /** Every clause of every protocol, in order. */
    public static List<Clause> all() {
        return Read.ALL;
    }

    /** The clauses that judge one side of {@code protocol}, in order. */
    public static List<Clause> of(Protocol protocol, Role role) {
        return all().stream()
                .filter(clause -> clause.protocol.word().equals(protocol.clauses()) && clause.role == role)
                .toList();
    }

    /** The clause with that published identifier. */
    public static Optional<Clause> of(String id) {
        return Optional.ofNullable(Read.BY_ID.get(id));
    }

    /** The clause with that published identifier, which must exist. */
    public static Clause required(String id) {
        return of(id).orElseThrow(() -> new IllegalArgumentException("there is no clause " + id));
    }

    /** Where the clause called {@code id} stands among all; behind them where there is none. */
    public static int position(String id) {
        return Read.POSITIONS.getOrDefault(id, Integer.MAX_VALUE);
    }

    @Override
    public int compareTo(Clause other) {
        return Integer.compare(position(id), position(other.id));
    }

    @Override
    public String toString() {
        return id;
    }

    /** The files, read once. */
    static final class Read {
        private static final List<String> KEYS = List.of("level", "grade", "sentence", "unjudged");
        private static final Pattern ID = Pattern.compile("([A-Z][A-Z0-9]*)-([CT]?)[1-9]\\d*");

        static final List<Clause> ALL = List.copyOf(all());
        static final Map<String, Clause> BY_ID = ALL.stream().collect(toUnmodifiableMap(Clause::id, identity()));
        static final Map<String, Integer> POSITIONS = IntStream.range(0, ALL.size())
                .boxed()
                .collect(toUnmodifiableMap(at -> ALL.get(at).id(), identity()));

        private Read() {}

        private static List<Clause> all() {
            List<Clause> all = new ArrayList<>();
            for (Protocol protocol : Protocol.withClauses()) {
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
}
