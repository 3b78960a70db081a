package io.github.sockspec.run;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.suite.Case;
import io.github.sockspec.trial.ProcessSharing;
import io.github.sockspec.trial.ProgramUnderTest;
import io.github.sockspec.trial.RepeatedDelivery;
import io.github.sockspec.trial.Session;
import io.github.sockspec.verdict.CaseResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The programs of a run that are judged side by side, and their results so far. */
final class RunSession implements AutoCloseable {
    private final Plan plan;
    private final Progress progress;
    private final Session session;
    private final List<ProgramUnderTest> candidates = new ArrayList<>();
    private final Map<ProgramUnderTest, Queue<CaseResult>> results = new ConcurrentHashMap<>();

    /** A session for some of the plan's implementations, those that can run side by side. */
    RunSession(
            Plan plan, List<Implementation> together, Progress progress, Optional<RepeatedDelivery> repeatedDelivery) {
        session = new Session(plan.sampling(), repeatedDelivery);
        this.plan = plan;
        this.progress = progress;
        for (Implementation implementation : together) {
            ProgramUnderTest candidate = ProgramUnderTest.of(implementation, plan.workers());
            candidates.add(candidate);
            results.put(candidate, new ConcurrentLinkedQueue<>());
        }
    }

    /** The cases to be carried out: those that look at a process of their own first, for they take longest. */
    List<Job> jobs() {
        return candidates.stream()
                .flatMap(candidate ->
                        plan.cases(candidate.implementation()).stream().map(each -> new Job(each, candidate)))
                .sorted(Comparator.comparing(Job::sharesItsProcess)
                        .thenComparing(job -> job.asked.clause())
                        .thenComparing(job -> job.asked.id()))
                .toList();
    }

    /** One case of one program. */
    final class Job implements Workers.Job {
        private final Case asked;
        private final ProgramUnderTest candidate;

        private Job(Case asked, ProgramUnderTest candidate) {
            this.asked = asked;
            this.candidate = candidate;
        }

        private boolean sharesItsProcess() {
            return asked.conditions().process() != ProcessSharing.OWN;
        }

        @Override
        public Runnable carryOut() {
            CaseResult result = asked.ask(candidate, session);
            return () -> record(result, candidate);
        }

        @Override
        public String toString() {
            return asked + " [" + candidate.implementation().name() + "]";
        }
    }

    private void record(CaseResult result, ProgramUnderTest candidate) {
        results.getOrDefault(candidate, new ConcurrentLinkedQueue<>()).add(result);
        progress.finished(result, candidate.implementation());
    }

    /** One result for each implementation, its cases by clause and name. */
    List<RunResult> results() {
        return candidates.stream().map(this::result).toList();
    }

    private RunResult result(ProgramUnderTest candidate) {
        List<CaseResult> cases = results.getOrDefault(candidate, new ConcurrentLinkedQueue<>()).stream()
                .sorted(Comparator.comparing(CaseResult::clause).thenComparing(CaseResult::id))
                .toList();
        return new RunResult(
                candidate.implementation(),
                candidate.identity(),
                candidate.latency(),
                ProgramUnderTest.patience(candidate.latency()),
                cases,
                candidate.learned(),
                candidate.trouble());
    }

    @Override
    public void close() {
        candidates.forEach(ProgramUnderTest::close);
    }
}
