package io.github.sockspec.patience;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a condition, with a deadline; the harness has no other kind but the last resort below. */
public final class Waiting {
    private static final long BETWEEN_LOOKS_NANOS = 5_000_000;

    private Waiting() {}

    /** Waits until {@code condition} holds; false when it did not within {@code patience}. */
    public static boolean until(Duration patience, BooleanSupplier condition) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
        return true;
    }

    /** Waits until {@code condition} holds; false when it did not while {@code guardedWait} lasted. */
    public static boolean until(GuardedWait guardedWait, BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            if (guardedWait.over()) {
                return condition.getAsBoolean();
            }
            long began = System.nanoTime();
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            guardedWait.slept(began, BETWEEN_LOOKS_NANOS);
        }
        return true;
    }

    /** Lets {@code time} pass, where the passing itself is what is measured. */
    public static void quietly(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
