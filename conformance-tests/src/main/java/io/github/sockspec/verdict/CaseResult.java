package io.github.sockspec.verdict;

import io.github.sockspec.protocol.Clause;
import java.time.Duration;
import java.util.Optional;

/**
 * The result of one case against one implementation.
 *
 * @param id {@code protocol/role/CLAUSE/conversation@delivery}
 * @param clause what is judged
 * @param outcome what was found out
 * @param finding what speaks for the outcome
 * @param tally how many deliveries were carried out
 * @param smallest the smallest failing delivery, where a delivery failed
 * @param lastWords the program's own output around that moment, bounded
 * @param took wall time
 */
public record CaseResult(
        String id,
        Clause clause,
        Outcome outcome,
        Finding finding,
        Tally tally,
        Optional<SmallestFailure> smallest,
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

    /** A result without deliveries or bytes: not applicable, inconclusive, or a plain statement. It took no time. */
    public static CaseResult plain(String id, Clause clause, Outcome outcome, String reason) {
        Finding finding = outcome == Outcome.PASS ? new Finding.Holds(reason) : new Finding.Undecided(reason);
        return new CaseResult(id, clause, outcome, finding, Tally.NONE, Optional.empty(), "", Duration.ZERO);
    }

    /** The same, after that much time. */
    public CaseResult after(Duration time) {
        return new CaseResult(id, clause, outcome, finding, tally, smallest, lastWords, time);
    }

    /** In words; empty only for a pass that needs none. */
    public String reason() {
        return finding.reason();
    }

    /** What did not hold; empty where nothing failed. */
    public Optional<Finding.Broken> broken() {
        return finding instanceof Finding.Broken broken ? Optional.of(broken) : Optional.empty();
    }

    /** What had to come, in a line; empty where nothing failed. */
    public String expected() {
        return broken().map(broken -> broken.expected().text()).orElse("");
    }

    /** What came, in a line; empty where nothing failed. */
    public String actual() {
        return broken().map(broken -> broken.actual().text()).orElse("");
    }
}
