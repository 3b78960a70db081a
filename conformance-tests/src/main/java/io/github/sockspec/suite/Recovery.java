package io.github.sockspec.suite;

import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.trial.CaseStop;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.verdict.Finding;
import java.time.Duration;

/** The time that a server may take until it serves again, once what kept it from that is gone. */
final class Recovery {
    /** Some look again for what they lacked only once a second. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private Recovery() {}

    /** Waits until a plain conversation is answered; in vain for a program that has ended. */
    static void await(Trial trial) {
        Waiting.until(
                LONGEST, () -> !trial.instance().alive() || trial.underTest().control() == Finding.HOLDS);
    }

    /** Ends the case as inconclusive where this machine was too slow for what was waited for in vain to say anything. */
    static void requireInTime(GuardedWait guardedWait, String otherwise) {
        if (guardedWait.slip(Duration.ZERO).isPresent()) {
            throw CaseStop.inconclusive("this machine was too slow: " + otherwise);
        }
    }
}
