package io.github.sockspec.suite;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.trial.CaseName;
import io.github.sockspec.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file in which the cases of one protocol stand; {@code fixtures/README.md} describes its form. */
final class CaseFile {
    private static final List<String> KEYS = List.of("about", "hint", "needs", "process", "within", "ask");

    private static final Pattern NAME = Pattern.compile("([^@/ ]+)@([^@/ ]+)");

    private final Map<String, Clause> clauses;

    private CaseFile(Protocol protocol) {
        clauses = Clause.all().stream()
                .filter(clause -> clause.protocol().equals(protocol))
                .collect(Collectors.toMap(Clause::id, each -> each, (one, same) -> one, LinkedHashMap::new));
    }

    /**
     * The cases in {@code file}, in its order.
     *
     * @throws io.github.sockspec.yaml.InvalidYaml at the first thing in it that is wrong: one line, with file, line
     *     and what is allowed
     */
    static List<Case> read(Protocol protocol, Node file) {
        CaseFile of = new CaseFile(protocol);
        List<Case> cases = new ArrayList<>();
        file.fields().values().forEach((id, node) -> cases.addAll(of.clause(id, node)));
        return cases;
    }

    private List<Case> clause(String id, Node node) {
        Clause clause = clauses.get(id);
        if (clause == null) {
            throw node.mistake(Node.unknown("clause", id, clauses.keySet()));
        }
        Node.Fields fields = node.fields();
        String hint = text(fields, "hint", "");
        List<Case> cases = new ArrayList<>();
        fields.values().forEach((name, entry) -> {
            if (!name.equals("hint")) {
                cases.add(one(clause, name, entry, hint));
            }
        });
        return cases;
    }

    private static Case one(Clause clause, String name, Node node, String usualHint) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw node.mistake("a case is called conversation@delivery, not \"" + name + "\"");
        }
        Node.Fields entry = node instanceof Node.Fields
                ? node.fields(KEYS)
                // What is nothing but its question is written in short.
                : new Node.Fields(node.where(), name, Map.of("ask", node));
        Conditions conditions = Conditions.read(entry);
        Vocabulary.Setting setting = new Vocabulary.Setting(parts.group(2), conditions);
        return new Case(
                CaseName.of(clause, parts.group(1), parts.group(2)),
                conditions,
                new Case.Text(text(entry, "about", ""), text(entry, "hint", usualHint)),
                Question.read(clause.role(), entry.require("ask"), setting));
    }

    private static String text(Node.Fields entry, String key, String usual) {
        return entry.find(key).map(Node::visibleText).orElse(usual);
    }
}
