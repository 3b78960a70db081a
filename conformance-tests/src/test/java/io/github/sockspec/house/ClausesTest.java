package io.github.sockspec.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.spec.Clause;
import io.github.sockspec.spec.Ledger;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clauses, cases, conversations and the published text say the same. */
class ClausesTest {
    private static final Pattern ROW = Pattern.compile(
            "^\\| ([A-Z]+-[CT]?\\d+) \\| (MUST|SHOULD|MAY) \\| (interoperates|robust|survives|bounded) \\| .+ \\|$",
            Pattern.MULTILINE);

    @Test
    void protocolText_hasEveryClauseAsTheCodeHasIt() {
        List<String> published = ROW.matcher(Project.read(Project.HOME.resolve("PROTOCOL.md")))
                .results()
                .map(ClausesTest::row)
                .toList();
        List<String> coded = Arrays.stream(Clause.values())
                .map(clause -> clause.id() + " " + clause.level() + " "
                        + clause.grade().word())
                .toList();
        assertEquals(coded, published, "PROTOCOL.md and spec.Clause: identifier, level, grade, in this order");
    }

    private static String row(MatchResult row) {
        return row.group(1) + " " + row.group(2) + " " + row.group(3);
    }

    @Test
    void clause_hasACaseOrAnEntryInTheLedger() {
        Set<Clause> judged = Catalogue.all().stream().map(Case::clause).collect(Collectors.toSet());
        Set<Clause> neither = new TreeSet<>();
        Set<Clause> both = new TreeSet<>();
        for (Clause clause : Clause.values()) {
            boolean excused = Ledger.reason(clause).isPresent();
            if (judged.contains(clause) == excused) {
                (excused ? both : neither).add(clause);
            }
        }
        assertTrue(neither.isEmpty(), () -> "write a case for it, or say in spec.Ledger why there is none: " + neither);
        assertTrue(both.isEmpty(), () -> "it has a case now: take it out of spec.Ledger: " + both);
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
                .map(each -> each.clause().protocol().word() + "/" + each.conversation())
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
