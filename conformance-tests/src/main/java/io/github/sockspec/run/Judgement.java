package io.github.sockspec.run;

import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;

/**
 * What was found at one place, as far as a gate looks at it.
 *
 * @param said the finding in words: its reason, what was expected and what came
 */
public record Judgement(Place place, Outcome outcome, String said) {
    static Judgement of(String implementation, CaseResult result) {
        return new Judgement(
                new Place(implementation, result.id()),
                result.outcome(),
                said(result.reason(), result.expected(), result.actual()));
    }

    /** The words of a finding, its reason in the first line. */
    public static String said(String reason, String expected, String actual) {
        return reason + "\n" + expected + "\n" + actual;
    }

    String reason() {
        return said.lines().findFirst().orElse("");
    }

    /** Whether something was found wrong, be it a MUST or a SHOULD. */
    boolean fails() {
        return outcome == Outcome.FAIL || outcome == Outcome.WARN;
    }
}
