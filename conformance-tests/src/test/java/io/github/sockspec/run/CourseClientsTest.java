package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that has its server's address in it, so that it can't be judged beside others as those of the matrix are. */
class CourseClientsTest {
    @TempDir
    private Path out;

    @Test
    void run_courseHelloClient_warnedOfWhatItShouldDo() {
        Plan plan = new Plan(
                List.of(Fixture.of("clients/course-hello-client")),
                Selection.ALL,
                Sampling.DEFAULT,
                out,
                Gate.of(KnownFailures.NONE),
                2,
                Shard.WHOLE);
        Results results = new Runner(plan, Lines.PROGRESS).run();
        List<CaseResult> warned = results.runs().get(0).cases().stream()
                .filter(each -> each.outcome() != Outcome.PASS)
                .toList();
        assertEquals(
                Set.of("HELLO-C2 WARN", "HELLO-C3 WARN", "HELLO-C4 WARN"),
                warned.stream()
                        .map(each -> each.clause().id() + " " + each.outcome())
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertTrue(warned.stream().anyMatch(each -> each.reason().contains("it hangs: after")), warned::toString);
        assertEquals(List.of(), results.notes());
    }
}
