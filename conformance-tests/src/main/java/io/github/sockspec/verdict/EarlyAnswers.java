package io.github.sockspec.verdict;

import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import java.util.Iterator;

/** When what was received came, beside what had been sent by then: asked of ever later offsets, so that each fact is looked at once. */
final class EarlyAnswers {
    private final Iterator<Fact> facts;
    private int sent;
    private int received;

    EarlyAnswers(Observation seen) {
        facts = seen.facts().iterator();
    }

    /**
     * Whether the byte at {@code offset} of all that was received came before {@code said} bytes had been sent.
     *
     * @param offset not below one asked before
     */
    boolean early(int offset, int said) {
        while (received <= offset && facts.hasNext()) {
            Fact fact = facts.next();
            if (fact instanceof Fact.Sent write) {
                sent += write.bytes().length();
            } else if (fact instanceof Fact.Received read) {
                received = read.offset() + read.bytes().length();
            }
        }
        return received > offset && sent < said;
    }
}
