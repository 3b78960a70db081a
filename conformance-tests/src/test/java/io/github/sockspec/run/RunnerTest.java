package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.protocol.Role;
import io.github.sockspec.suite.Catalogue;
import io.github.sockspec.trial.ProcessSharing;
import io.github.sockspec.verdict.CaseResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is carried out in a known order, ends when it is asked to, and says what of it was not done. */
class RunnerTest {
    @TempDir
    private Path out;

    private Plan plan(String only, Implementation... programs) {
        Selection selection = new Selection(List.of(new Glob(only)), List.of(), Optional.empty());
        return new Plan(
                List.of(programs), selection, Sampling.DEFAULT, out, Gate.of(KnownFailures.NONE), 1, Shard.WHOLE);
    }

    private static Implementation reference(Role role) {
        return Implementation.reference(Protocol.required("exec"), role);
    }

    @Test
    void jobs_ofTwoPrograms_areCaseByCaseAndThoseThatTakeLongestFirst() {
        Plan plan = plan("exec/*", reference(Role.SERVER), reference(Role.CLIENT));
        try (RunSession session = new RunSession(plan, plan.implementations(), NoProgress.INSTANCE, Optional.empty())) {
            List<String> jobs = session.jobs().stream().map(Object::toString).toList();
            List<String> expected = new ArrayList<>();
            for (ProcessSharing process : List.of(ProcessSharing.OWN, ProcessSharing.ANY)) {
                plan.selection().of(Catalogue.all()).stream()
                        .filter(each -> each.conditions().process() == process)
                        .map(each -> each.id() + " [reference-"
                                + each.clause().role().word() + "]")
                        .forEach(expected::add);
            }
            assertEquals(expected, jobs);
        }
    }

    @Test
    void run_interruptedAfterItsFirstCase_keepsThatAndEndsAsTrouble() {
        List<String> finished = new ArrayList<>();
        Progress interrupting = new Progress() {
            private final Thread runs = Thread.currentThread();

            @Override
            public void started(int cases) {
                assertTrue(cases > 2);
            }

            @Override
            public void finished(CaseResult result, Implementation implementation) {
                finished.add(result.id());
                runs.interrupt();
            }
        };
        Results results = new Runner(plan("EXEC-2", reference(Role.SERVER)), interrupting).run();

        assertTrue(Thread.interrupted(), "whoever called it learns of it");
        assertEquals(ExitStatus.TROUBLE, results.exit());
        assertTrue(results.notes().get(0).matches("suite error: interrupted before \\d cases? (was|were) carried out"));
        assertEquals(
                finished,
                results.runs().get(0).cases().stream().map(CaseResult::id).toList());
    }
}
