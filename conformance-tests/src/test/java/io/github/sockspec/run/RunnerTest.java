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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
    private static final Progress LINES = new Progress() {
        @Override
        public void started(int cases) {
            System.out.println(cases + " cases");
        }

        @Override
        public void finished(CaseResult result, Implementation implementation) {
            System.out.printf(
                    "%-15s %-60s %5d/%5d %6d ms %s%n",
                    result.outcome(),
                    result.id(),
                    result.tally().confirmed(),
                    result.tally().tried(),
                    result.took().toMillis(),
                    result.reason()
                            + (result.outcome() == Outcome.PASS
                                    ? ""
                                    : " EXPECTED " + result.expected() + " ACTUAL " + result.actual()));
        }
    };

    @Test
    void run_referenceServer_everyClauseHeld(@TempDir Path out) {
        List<Implementation> servers = Stream.of(
                        Protocol.required("login"), Protocol.required("exec"), Protocol.required("digest"))
                .map(protocol -> Implementation.reference(protocol, Role.SERVER))
                .toList();
        Results results =
                new Runner(new Plan(servers, Selection.ALL, Sampling.DEFAULT, out, KnownFailures.NONE, 2), LINES).run();
        int tried = results.runs().stream()
                .flatMap(r -> r.cases().stream())
                .mapToInt(c -> c.tally().tried())
                .sum();
        results.notes().forEach(System.out::println);
        System.out.println(results.took() + " " + tried + " " + results.exit());
        assertEquals(ExitStatus.HOLDS, results.exit());
    }
}
