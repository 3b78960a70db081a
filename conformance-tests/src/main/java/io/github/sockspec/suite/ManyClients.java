package io.github.sockspec.suite;

import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Limits;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.trial.Trial;
import java.time.Duration;

/** More clients at a time than a server may have descriptors. */
public final class ManyClients {
    /** How many more. */
    private static final int TOO_MANY = 36;

    /** Who is not let in within this time waits behind others: the server takes no more. */
    private static final Duration AT_THE_DOOR = Duration.ofMillis(500);

    private final Trial trial;

    private ManyClients(Trial trial) {
        this.trial = trial;
    }

    public static ManyClients of(Trial trial) {
        return new ManyClients(trial);
    }

    /** States that a server of so many descriptors serves others when more clients than it can hold have gone. */
    public void against(int descriptors) {
        trial.requireOthersServed("with " + descriptors + " descriptors allowed");
        Limits usual = trial.carrier().limits();
        trial.carrier().limits(usual.patient(AT_THE_DOOR));
        boolean letIn = true;
        for (int client = 0; letIn && client < descriptors + TOO_MANY; client++) {
            letIn = trial.tryToOpen().connected();
        }
        // All stand in its queue now; it has come to its limit when it holds that many, or no longer takes any.
        GuardedWait guardedWait = usual.guardedWait(AT_THE_DOOR);
        if (!Waiting.until(guardedWait, () -> trial.resources().descriptors() >= descriptors)) {
            Recovery.requireInTime(guardedWait, "the server was not seen to come to its limit");
        }
        trial.leave();
        trial.carrier().limits(usual);
        Recovery.await(trial);
        trial.requireOthersServed("after more clients came than its " + descriptors + " descriptors were enough for");
    }
}
