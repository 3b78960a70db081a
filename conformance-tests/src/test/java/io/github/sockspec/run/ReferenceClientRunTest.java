package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.spec.Protocol;
import io.github.sockspec.spec.Role;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference client holds every clause, those it should hold included. */
class ReferenceClientRunTest {
    @TempDir
    private Path out;

    @Test
    void run_referenceClient_everyClauseHeld() {
        List<Implementation> clients = Stream.concat(
                        Protocol.all().stream().map(protocol -> Implementation.reference(protocol, Role.CLIENT)),
                        Stream.of(Implementation.reference(Protocol.required("digest"), Role.TOOL)))
                .toList();
        Plan plan = new Plan(clients, Selection.ALL, Sampling.DEFAULT, out, KnownFailures.NONE, 2);
        Results results = new Runner(plan, Lines.PROGRESS).run();
        String wrong = results.runs().stream()
                .flatMap(run -> run.cases().stream())
                .filter(each -> each.outcome() != Outcome.PASS
                        && !Judged.asksOfContainersAlone(each)
                        && !Judged.asksOfThoseAloneThatDoNotWait(each))
                .map(CaseResult::toString)
                .collect(Collectors.joining("\n"));
        assertEquals("", wrong);
        assertEquals(List.of(), results.notes());
        assertEquals(ExitStatus.HOLDS, results.exit());
    }
}
