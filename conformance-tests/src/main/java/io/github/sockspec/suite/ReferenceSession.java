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
    private final Map<Protocol, Candidate> servers = new ConcurrentHashMap<>();

    @Override
    public List<Candidate> candidates(Clause clause) {
        return List.of(servers.computeIfAbsent(clause.protocol(), ReferenceSession::server));
    }

    private static Candidate server(Protocol protocol) {
        return Candidate.of(
                Implementation.reference(protocol, Role.SERVER),
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
        servers.values().forEach(Candidate::close);
    }
}
