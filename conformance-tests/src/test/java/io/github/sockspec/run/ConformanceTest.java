package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.manifest.Manifests;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Start;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import io.github.sockspec.yaml.InvalidYaml;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;

/**
 * Every case as a test, by program and clause: of the program whose manifest {@code -Dsockspec.manifest} names, else of the
 * reference programs. {@code -Dsockspec.only} has patterns as {@code --only} takes them, with commas between them.
 */
class ConformanceTest {
    /** Maven runs tests elsewhere than where it was called. */
    private static final Path HOME = Path.of(System.getProperty("sockspec.home", ""));

    @TestFactory
    Stream<DynamicNode> cases() {
        return cases(
                Optional.ofNullable(System.getProperty("sockspec.manifest")),
                Optional.ofNullable(System.getProperty("sockspec.only")));
    }

    static Stream<DynamicNode> cases(Optional<String> manifest, Optional<String> only) {
        Plan plan =
                plan(manifest.map(ConformanceTest::read).map(List::of).orElseGet(ConformanceTest::references), only);
        CarriedOut run = CarriedOut.of(plan);
        return Stream.concat(
                plan.implementations().stream().map(program -> program(program, plan.cases(program), run)),
                Stream.of(dynamicTest("the suite itself", () -> suiteHeld(run.results(), manifest.isEmpty()))));
    }

    private static Plan plan(List<Implementation> programs, Optional<String> only) {
        List<Glob> globs = only.stream()
                .flatMap(patterns -> Arrays.stream(patterns.split(",", -1)))
                .map(Glob::new)
                .toList();
        Selection selection = new Selection(globs, List.of(), Optional.empty());
        for (Glob useless : selection.useless(Stream.concat(Catalogue.all().stream(), Catalogue.of(programs).stream())
                .toList())) {
            throw wrong("no case matches " + useless + "; ./sockspec list shows what there is");
        }
        List<Implementation> judged = programs.stream()
                .filter(program -> !selection.of(Catalogue.of(program)).isEmpty())
                .toList();
        if (judged.isEmpty()) {
            Implementation program = programs.get(0);
            throw wrong(program.name() + " is a " + program.protocol().word() + " "
                    + program.role().word() + ", which none of the cases of " + globs + " speaks of");
        }
        int workers = Runtime.getRuntime().availableProcessors();
        return new Plan(
                judged,
                selection,
                Sampling.DEFAULT,
                Path.of("target/sockspec"),
                Gate.of(KnownFailures.NONE),
                workers,
                Shard.WHOLE);
    }

    private static Implementation read(String manifest) {
        try {
            return Manifests.read(HOME.resolve(manifest));
        } catch (InvalidYaml invalid) {
            throw wrong(String.valueOf(invalid.getMessage()));
        }
    }

    private static List<Implementation> references() {
        return Catalogue.all().stream()
                .map(Case::clause)
                .filter(clause -> Protocol.all().contains(clause.protocol()))
                .map(clause -> Implementation.reference(clause.protocol(), clause.role()))
                .distinct()
                .toList();
    }

    /** One line, and no trace of this class behind it. */
    private static AssertionError wrong(String what) {
        AssertionError error = new AssertionFailedError(what);
        error.setStackTrace(new StackTraceElement[0]);
        return error;
    }

    private static DynamicContainer program(Implementation program, List<Case> cases, CarriedOut run) {
        Map<Clause, List<Case>> clauses =
                cases.stream().collect(Collectors.groupingBy(Case::clause, LinkedHashMap::new, Collectors.toList()));
        return dynamicContainer(
                program.name() + " (" + program.protocol().word() + " "
                        + program.role().word() + ")",
                clauses.entrySet().stream()
                        .map(entry -> dynamicContainer(
                                entry.getKey().id() + ": " + entry.getKey().sentence(),
                                entry.getValue().stream().map(each -> one(program, each, run)))));
    }

    private static DynamicTest one(Implementation program, Case each, CarriedOut run) {
        return dynamicTest(each.name().conversation() + "@" + each.name().delivery(), () -> {
            CaseResult result = run.result(program, each);
            if (result.outcome() == Outcome.FAIL || result.outcome() == Outcome.INCONCLUSIVE) {
                throw new AssertionFailedError(
                        result.id() + ": " + result.reason(), result.expected(), result.actual());
            }
            if (program.start() instanceof Start.Reference) {
                heldWholly(result);
            }
            if (result.outcome() == Outcome.NOT_APPLICABLE) {
                abort(result.reason());
            }
        });
    }

    /** The reference holds every clause, those included that it should hold. */
    private static void heldWholly(CaseResult result) {
        assertTrue(
                result.outcome() == Outcome.PASS
                        || Judged.asksOfContainersAlone(result)
                        || Judged.asksOfThoseAloneThatDoNotWait(result),
                result::toString);
    }

    private static void suiteHeld(Results results, boolean ofReferences) {
        assertTrue(results.exit() != ExitStatus.TROUBLE, () -> String.join("\n", results.notes()));
        if (ofReferences) {
            assertEquals(List.of(), results.notes());
            assertEquals(ExitStatus.HOLDS, results.exit());
        }
    }
}
