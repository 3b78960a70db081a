package io.github.sockspec.run;

import io.github.sockspec.verdict.CaseResult;

/**
 * A failure that is known and waited for.
 *
 * @param pattern the cases it speaks of
 * @param reason why it is tolerated
 * @param contains what the failure must say, so that another failure of the same case is not tolerated with it
 */
public record KnownFailure(Glob pattern, String reason, String contains) {
    /** Whether {@code result} is of a case that this speaks of. */
    boolean speaksOf(CaseResult result) {
        return pattern.matches(result.id());
    }

    /** Whether {@code result} is the failure that was expected. */
    boolean expects(CaseResult result) {
        String said = result.reason() + "\n" + result.expected() + "\n" + result.actual();
        return speaksOf(result) && said.contains(contains);
    }
}
