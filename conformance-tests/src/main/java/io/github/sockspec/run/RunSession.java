package io.github.sockspec.run;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.spec.Clause;
import io.github.sockspec.suite.Candidate;
import io.github.sockspec.suite.CaseName;
import io.github.sockspec.suite.Encore;
import io.github.sockspec.suite.Session;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.verdict.CaseResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The session of one run: the candidates it judges and the results so far. */
final class RunSession implements Session, AutoCloseable {
    private final Plan plan;
    private final Progress progress;
    private final Optional<Encore> encore;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<Candidate, Queue<CaseResult>> results = new ConcurrentHashMap<>();

    /** A session for some of the plan's implementations, those that can run side by side. */
    RunSession(Plan plan, List<Implementation> together, Progress progress, Optional<Encore> encore) {
        this.encore = encore;
        this.plan = plan;
        this.progress = progress;
        for (Implementation implementation : together) {
            Candidate candidate = Candidate.of(implementation, plan.workers());
            candidates.add(candidate);
            results.put(candidate, new ConcurrentLinkedQueue<>());
        }
    }

    @Override
    public List<Candidate> candidates(Clause clause) {
        return candidates.stream()
                .filter(each -> takes(each.implementation(), clause))
                .toList();
    }

    @Override
    public List<Candidate> candidates(CaseName name) {
        return candidates(name.clause()).stream()
                .filter(each ->
                        plan.shard().takes(new Place(each.implementation().name(), name.toString())))
                .toList();
    }

    static boolean takes(Implementation implementation, Clause clause) {
        return implementation.protocol().equals(clause.protocol()) && implementation.role() == clause.role();
    }

    @Override
    public Sampling sampling() {
        return plan.sampling();
    }

    @Override
    public void record(CaseResult result, Candidate candidate) {
        results.getOrDefault(candidate, new ConcurrentLinkedQueue<>()).add(result);
        progress.finished(result, candidate.implementation());
    }

    @Override
    public boolean thorough() {
        return plan.thorough();
    }

    @Override
    public Optional<Encore> encore() {
        return encore;
    }

    /** One result for each implementation, its cases by clause and name. */
    List<RunResult> results() {
        return candidates.stream().map(this::result).toList();
    }

    private RunResult result(Candidate candidate) {
        List<CaseResult> cases = results.getOrDefault(candidate, new ConcurrentLinkedQueue<>()).stream()
                .sorted(Comparator.comparing(CaseResult::clause).thenComparing(CaseResult::id))
                .toList();
        return new RunResult(
                candidate.implementation(),
                candidate.identity(),
                candidate.latency(),
                Candidate.patience(candidate.latency()),
                cases,
                candidate.trouble());
    }

    @Override
    public void close() {
        candidates.forEach(Candidate::close);
    }
}
