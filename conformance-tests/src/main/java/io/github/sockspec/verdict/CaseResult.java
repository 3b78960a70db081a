package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.spec.Clause;
import java.time.Duration;
import java.util.Optional;

/**
 * The result of one case against one implementation.
 *
 * @param id {@code protocol/role/CLAUSE/conversation@delivery}
 * @param clause what is judged
 * @param outcome what was found out
 * @param reason in words, empty only for a pass that needs none
 * @param tally how many deliveries were carried out
 * @param smallest the smallest failing delivery, where a delivery failed
 * @param expected what had to come, in words or bytes; empty where nothing failed
 * @param actual what came; empty where nothing failed
 * @param received the bytes that came on the failing connection
 * @param wrongAt the offset in {@code received} of the first wrong or missing byte; -1 when no byte is to blame
 * @param lastWords the program's own output around that moment, bounded
 * @param took wall time
 */
public record CaseResult(
        String id,
        Clause clause,
        Outcome outcome,
        String reason,
        Tally tally,
        Optional<Smallest> smallest,
        String expected,
        String actual,
        Bytes received,
        int wrongAt,
        String lastWords,
        Duration took) {

    /**
     * Deliveries of one case.
     *
     * @param tried those that cut, join or end a byte stream
     * @param confirmed those of them in which every cut is known, from the kernel, to have been read on its own
     * @param failed those on which the clause did not hold
     * @param planned how many there would have been; more than were tried where the case was stopped early
     */
    public record Tally(int tried, int confirmed, int failed, int planned) {
        public static final Tally NONE = new Tally(0, 0, 0, 0);
    }

    /** A result without deliveries or bytes: not applicable, inconclusive, or a plain statement. */
    public static CaseResult plain(String id, Clause clause, Outcome outcome, String reason, Duration took) {
        return new CaseResult(
                id, clause, outcome, reason, Tally.NONE, Optional.empty(), "", "", Bytes.EMPTY, -1, "", took);
    }
}
