package io.github.sockspec.run;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A failure that is known and waited for.
 *
 * @param pattern the cases it speaks of
 * @param reason why it is tolerated
 * @param contains what the failure must say, so that another failure of the same case is not tolerated with it; in the
 *     report's own words, or with {@code #} for each number
 * @param until the last day on which it is tolerated; empty where there is none
 * @param implementation the only program it speaks of; empty where it speaks of all
 */
public record KnownFailure(
        Glob pattern, String reason, String contains, Optional<LocalDate> until, Optional<String> implementation) {
    /** One without an end, that speaks of every program. */
    public KnownFailure(Glob pattern, String reason, String contains) {
        this(pattern, reason, contains, Optional.empty(), Optional.empty());
    }

    boolean speaksOf(Place place) {
        return implementation.map(place.implementation()::equals).orElse(true) && pattern.matches(place.id());
    }

    /** Whether {@code found} is the failure that was expected, on whatever day. */
    boolean describes(Judgement found) {
        return speaksOf(found.place())
                && (found.said().contains(contains)
                        || StableWording.steady(found.said()).contains(contains));
    }

    /** Whether it tolerates nothing any more. */
    boolean over(LocalDate today) {
        return until.map(today::isAfter).orElse(false);
    }

    /** How complaints call it. */
    String name() {
        return implementation.map(each -> each + ": ").orElse("") + pattern;
    }
}
