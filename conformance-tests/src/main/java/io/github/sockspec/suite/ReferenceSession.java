package io.github.sockspec.suite;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.spec.Clause;
import io.github.sockspec.spec.Protocol;
import io.github.sockspec.spec.Role;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.verdict.CaseResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The session of an IDE or of Maven: the reference implementations, and JUnit's own report. */
final class ReferenceSession implements Session, AutoCloseable {
    private final Map<Side, Candidate> candidates = new ConcurrentHashMap<>();

    private record Side(Protocol protocol, Role role) {}

    @Override
    public List<Candidate> candidates(Clause clause) {
        return List.of(
                candidates.computeIfAbsent(new Side(clause.protocol(), clause.role()), ReferenceSession::candidate));
    }

    private static Candidate candidate(Side side) {
        return Candidate.of(
                Implementation.reference(side.protocol(), side.role()),
                Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Sampling sampling() {
        return Sampling.DEFAULT;
    }

    @Override
    public void record(CaseResult result, Candidate candidate) {
        // JUnit has it already.
    }

    @Override
    public boolean thorough() {
        return false;
    }

    @Override
    public void close() {
        candidates.values().forEach(Candidate::close);
    }
}
