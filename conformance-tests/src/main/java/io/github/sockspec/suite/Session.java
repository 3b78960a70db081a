package io.github.sockspec.suite;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.spec.Clause;
import io.github.sockspec.verdict.CaseResult;
import java.util.List;
import java.util.Optional;

/**
 * What the cases run against and report to. The command line puts one into the launcher's session; where there is none,
 * as in an IDE or under Maven, the reference implementations are judged.
 */
public interface Session {
    /** The key it is stored under. */
    String KEY = "session";

    /** The implementations that take the side that {@code clause} speaks of. */
    List<Candidate> candidates(Clause clause);

    /** Those of them that the case of this name is for: all, unless the run is one part of a divided one. */
    default List<Candidate> candidates(CaseName name) {
        return candidates(name.clause());
    }

    Sampling sampling();

    /** Takes the result of one case; called from several threads. */
    void record(CaseResult result, Candidate candidate);

    /** Whether a run shall go on beyond what is asked by default: no case stops early. */
    boolean thorough();

    /** The one delivery that is asked for again, where a case shall carry out no other. */
    default Optional<Encore> encore() {
        return Optional.empty();
    }
}
