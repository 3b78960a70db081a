package io.github.sockspec.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.sockspec.spec.Clause;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.CaseDescription;
import io.github.sockspec.suite.Catalogue;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Clauses, cases, conversations and the published text say the same. */
class ClausesTest {
    @Test
    void clause_hasACaseOrSaysWhyNot() {
        Set<Clause> judged =
                Catalogue.all().stream().map(CaseDescription::clause).collect(Collectors.toSet());
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
    void caseClasses_areInTheCatalogue() {
        Set<String> annotated = new ClassFileImporter()
                .importUrl(Case.class.getProtectionDomain().getCodeSource().getLocation()).stream()
                        .filter(type ->
                                type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(Case.class)))
                        .map(JavaClass::getName)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = Catalogue.classes().map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(annotated, listed, "classes with cases, and Catalogue.CLASSES: what is not listed is never run");
    }

    @Test
    void caseNames_areUnique() {
        Map<String, Long> counts =
                Catalogue.all().stream().collect(Collectors.groupingBy(CaseDescription::id, Collectors.counting()));
        counts.values().removeIf(count -> count == 1);
        assertTrue(counts.isEmpty(), () -> "two cases of one name can't be told apart in a report: " + counts.keySet());
    }

    @Test
    void caseMethods_judgeTheProtocolTheyStandIn() {
        HouseRulesTest.report(
                Catalogue.all().stream()
                        .filter(each -> !each.method()
                                .getDeclaringClass()
                                .getPackageName()
                                .endsWith("." + each.clause().protocol().word()))
                        .map(CaseDescription::id)
                        .toList(),
                "a case stands in its protocol's package");
    }

    @Test
    void conversations_areAllUsed() {
        String suite = Project.sources("conformance-tests/src/main/java/io/github/sockspec/suite").stream()
                .map(Project::read)
                .collect(Collectors.joining());
        Set<String> named = Catalogue.all().stream()
                .map(each -> each.clause().protocol().word() + "/" + each.name().conversation())
                .collect(Collectors.toSet());
        HouseRulesTest.report(
                Project.files("fixtures/conversations").stream()
                        .filter(file -> !named.contains(conversation(file)))
                        .filter(file -> !suite.contains(
                                "\"" + file.getFileName().toString().replace(".yaml", "") + "\""))
                        .map(Project::name)
                        .toList(),
                "no case says it: write the case or remove the file");
    }

    private static String conversation(Path file) {
        return file.getParent().getFileName() + "/"
                + file.getFileName().toString().replace(".yaml", "");
    }
}
