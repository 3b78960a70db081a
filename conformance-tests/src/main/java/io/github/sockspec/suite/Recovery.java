package io.github.sockspec.suite;

import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Vigil;
import io.github.sockspec.wire.Waiting;
import java.time.Duration;

/** The time that a server may take until it serves again, once what kept it from that is gone. */
final class Recovery {
    /** Some look again for what they lacked only once a second. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private Recovery() {}

    /** Waits until a plain conversation is answered; in vain for a program that has ended. */
    static void await(Trial trial) {
        Waiting.until(LONGEST, () -> !trial.instance().alive() || trial.bench().control() == Finding.HOLDS);
    }

    /** Ends the case as inconclusive where this machine was too slow for what was waited for in vain to say anything. */
    static void requireInTime(Vigil vigil, String otherwise) {
        if (vigil.slip(Duration.ZERO).isPresent()) {
            throw Stop.inconclusive("this machine was too slow: " + otherwise);
        }
    }
}
