package io.github.sockspec.trial;

import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.verdict.Finding;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Under which clauses one program was silent for a whole wait, and failed of it. Such a wait is paid for once: what else is
 * left unanswered under that clause is waited for no longer than the program's own latency asks for. Not so where an answer
 * under the clause was seen to come late: then the next one may. Thread-safe.
 */
final class ShownSilences {
    /** An answer that comes so long after all before it is late; half of the shortest wait. */
    static final Duration LATE = Patience.AGAIN.dividedBy(2);

    private final Set<Clause> silent = ConcurrentHashMap.newKeySet();
    private final Set<Clause> late = ConcurrentHashMap.newKeySet();

    /** What was {@code seen} under {@code clause}, and what it came to. */
    void saw(Clause clause, Observation seen, Finding finding) {
        if (cameLate(seen)) {
            late.add(clause);
        }
        if (finding instanceof Finding.Broken && (seen.has(Fact.Quiet.class) || seen.has(Fact.Unread.class))) {
            silent.add(clause);
        }
    }

    private static boolean cameLate(Observation seen) {
        Duration before = Duration.ZERO;
        for (Fact fact : seen.facts()) {
            if (fact instanceof Fact.Received && fact.at().minus(before).compareTo(LATE) > 0) {
                return true;
            }
            before = fact.at();
        }
        return false;
    }

    /** How long an answer is waited for under {@code clause}. */
    Duration patience(Clause clause, Patience measured) {
        return silent.contains(clause) && !late.contains(clause) ? measured.again() : measured.time();
    }
}
