package io.github.sockspec.suite;

import io.github.sockspec.kernel.AwakeThreads;
import io.github.sockspec.patience.GuardedWait;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.verdict.Finding;
import java.time.Duration;

/**
 * Whether a program rests while nobody asks. A spin is a fact, and it lasts; what a runtime still does behind the work, such as
 * compiling what was busy, comes to an end, so one quiet window is enough. And so that it can come to an end on a crowded
 * machine too, the program is given CPU time, not only time.
 */
final class Idleness {
    private static final Duration WINDOW = Duration.ofMillis(300);
    private static final Duration WINDOWS = WINDOW.multipliedBy(15);

    /** Small, because a spin gets only its share of a busy machine; an idle program uses next to nothing. */
    private static final double BUSY_SHARE = 0.05;

    /** What a program that spins must have been given to be blamed: what it had left to do takes less. */
    private static final Duration ENOUGH = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Idleness() {}

    /** States that there is a quiet window; undecided where the machine is too busy to tell. */
    static void state(Trial trial) {
        GuardedWait guardedWait = trial.carrier().limits().guardedWait(WINDOWS);
        long begun = System.nanoTime();
        Duration cpuBefore = trial.resources().cpu();
        Window window = window(trial);
        while (!window.quiet()
                && System.nanoTime() - begun < LONGEST.toNanos()
                && !(guardedWait.over() && usedSince(trial, cpuBefore).compareTo(ENOUGH) >= 0)) {
            window = window(trial);
        }
        trial.states(
                finding(window, usedSince(trial, cpuBefore), Duration.ofNanos(System.nanoTime() - begun)), guardedWait);
    }

    static Finding finding(Window last, Duration used, Duration waited) {
        if (last.quiet()) {
            return Finding.HOLDS;
        }
        return used.compareTo(ENOUGH) < 0
                ? new Finding.Undecided(
                        "this machine was too busy: in " + waited.toMillis() + " ms of quiet the program was given "
                                + used.toMillis() + " ms of CPU time, too little to tell a spin from work that ends")
                : Finding.Broken.of(
                        "it is busy while nobody asks",
                        "no CPU time in one " + WINDOW.toMillis() + " ms of " + waited.toMillis() + " ms of quiet",
                        last.used().toMillis() + " ms of CPU time in the last of them"
                                + (last.awake() ? ", in which it never slept" : ""));
    }

    private static Window window(Trial trial) {
        Duration before = trial.resources().cpu();
        AwakeThreads awake = trial.instance().awake();
        Waiting.quietly(WINDOW);
        return new Window(usedSince(trial, before), trial.instance().awake().allTheTimeSince(awake));
    }

    private static Duration usedSince(Trial trial, Duration before) {
        return trial.resources().cpu().minus(before);
    }

    /**
     * A while in which nobody asked.
     *
     * @param used CPU time
     * @param awake whether a thread ran all the time, or would have if it had had a core
     */
    record Window(Duration used, boolean awake) {
        boolean quiet() {
            return !awake && used.toNanos() < WINDOW.toNanos() * BUSY_SHARE;
        }
    }
}
