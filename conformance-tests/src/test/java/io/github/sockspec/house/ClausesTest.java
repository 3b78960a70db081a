package io.github.sockspec.house;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clauses, cases, conversations and the published text say the same. */
class ClausesTest {
    @Test
    void clause_hasACaseOrSaysWhyNot() {
        Set<Clause> judged = Catalogue.all().stream().map(Case::clause).collect(Collectors.toSet());
        Set<Clause> neither = new TreeSet<>();
        Set<Clause> both = new TreeSet<>();
        for (Clause clause : Clause.all()) {
            boolean excused = clause.unjudged().isPresent();
            if (judged.contains(clause) == excused) {
                (excused ? both : neither).add(clause);
            }
        }
        assertTrue(
                neither.isEmpty(),
                () -> "write a case for it, or say in its clauses.yaml, under unjudged, why there is none: " + neither);
        assertTrue(both.isEmpty(), () -> "it has a case now: take out its unjudged: " + both);
    }

    @Test
    void caseNames_areUnique() {
        Map<String, Long> counts =
                Catalogue.all().stream().collect(Collectors.groupingBy(Case::id, Collectors.counting()));
        counts.values().removeIf(count -> count == 1);
        assertTrue(counts.isEmpty(), () -> "two cases of one name can't be told apart in a report: " + counts.keySet());
    }

    @Test
    void conversations_areAllUsed() {
        String suite = Stream.concat(
                        Project.sources("conformance-tests/src/main/java/io/github/sockspec/suite").stream(),
                        Project.files("fixtures/protocols").stream())
                .map(Project::read)
                .collect(Collectors.joining());
        Set<String> named = Catalogue.all().stream()
                .map(each -> each.clause().protocol().word() + "/" + each.name().conversation())
                .collect(Collectors.toSet());
        HouseRulesTest.report(
                Project.files("fixtures/conversations").stream()
                        .filter(file -> !named.contains(conversation(file)))
                        .filter(file -> !saidBesides(
                                suite, file.getFileName().toString().replace(".yaml", "")))
                        .map(Project::name)
                        .toList(),
                "no case says it: write the case or remove the file");
    }

    /** By a mechanism's code, or behind the word of a step. */
    private static boolean saidBesides(String suite, String conversation) {
        return suite.contains("\"" + conversation + "\"") || suite.contains(": " + conversation + "}");
    }

    private static String conversation(Path file) {
        return file.getParent().getFileName() + "/"
                + file.getFileName().toString().replace(".yaml", "");
    }
}
