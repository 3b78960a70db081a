package io.github.sockspec.verdict;

import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import java.time.Duration;
import java.util.Locale;

/** What clears a program of a finding: that the machine was too slow for the wait on which the finding rests. */
public final class SlowMachine {
    private SlowMachine() {}

    /** {@code finding}; undecided where it speaks against the program, but the control conversation slipped too. */
    public static Finding of(Finding finding, Observation seen) {
        return finding instanceof Finding.Broken broken
                ? seen.first(Fact.Slipped.class)
                        .<Finding>map(
                                slipped -> new Finding.Undecided(words(slipped) + "; seen was: " + broken.reason()))
                        .orElse(finding)
                : finding;
    }

    private static String words(Fact.Slipped slipped) {
        return "this machine was too slow: in " + milliseconds(slipped.waited())
                + " of waiting the control conversation with the reference once took "
                + milliseconds(slipped.control())
                + (slipped.slower() == 1
                        ? ""
                        : ", and this program is " + slipped.slower() + " times slower than that");
    }

    private static String milliseconds(Duration time) {
        return String.format(Locale.ROOT, "%,d ms", time.toMillis());
    }
}
