package io.github.sockspec.patience;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A moment until which something is waited for, in short pauses. */
public final class Deadline {
    private static final long PAUSE_NANOS = 500_000;

    private final long moment;

    private Deadline(long moment) {
        this.moment = moment;
    }

    public static Deadline in(Duration limit) {
        return new Deadline(System.nanoTime() + limit.toNanos());
    }

    /** Whether it is over; so it is for a thread that was asked to stop. */
    public boolean passed() {
        return System.nanoTime() - moment >= 0 || Thread.currentThread().isInterrupted();
    }

    public void pause() {
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    /** Lets the time pass until then. */
    public void sitOut() {
        while (!passed()) {
            LockSupport.parkNanos(left().toNanos());
        }
    }

    public Duration left() {
        return Duration.ofNanos(Math.max(0, moment - System.nanoTime()));
    }
}
