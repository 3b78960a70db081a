package io.github.sockspec.patience;

import io.github.sockspec.observation.Fact;
import java.time.Duration;
import java.util.Optional;

/**
 * One wait for a program, with a control conversation beside it. What goes on for longer than most waits is suspected:
 * then the control is had every little while, and the wait lasts fifty times as long as the program would need for it now.
 * Where even the longest wait was no more than a few times that, the machine was too slow to say anything of the program.
 * A wait that is over soon costs nothing. For one thread.
 */
public final class GuardedWait {
    /** How many times its usual time a program may take before it counts as silent. */
    private static final int FACTOR = 50;

    /** The least that it must have been given before it is blamed. */
    private static final int LEAST_FACTOR = 5;

    private static final long UNSUSPECTING_NANOS = 50_000_000;

    /** How long after the first control the next one is had; each time it is twice as long, up to the most. */
    private static final long SOON_NANOS = 100_000_000;

    private static final long MOST_NANOS = 400_000_000;

    private final Duration patience;
    private final Duration most;
    private final ControlConversation control;
    private final long last;
    private long from = System.nanoTime();
    private long beat = from + UNSUSPECTING_NANOS;
    private long pause = SOON_NANOS;
    private Duration slowest = Duration.ZERO;

    /**
     * A wait that begins now.
     *
     * @param patience how long it lasts on a quick machine
     * @param most how far a slow one draws it out, unless it is longer anyway
     * @param longest the end of all renewals
     */
    GuardedWait(Duration patience, Duration most, Duration longest, ControlConversation control) {
        this.patience = patience;
        this.most = patience.compareTo(most) > 0 ? patience : most;
        this.control = control;
        this.last = from + longest.toNanos();
    }

    /** Whether it has been waited for long enough; has a control conversation when the next one is due. */
    public boolean over() {
        if (System.nanoTime() - beat >= 0) {
            slower(control.conversation().get());
            beat = System.nanoTime() + pause;
            pause = Math.min(MOST_NANOS, 2 * pause);
        }
        return left() <= 0;
    }

    private long left() {
        long now = System.nanoTime();
        return Math.min(from + patience().toNanos() - now, last - now);
    }

    /** How long is waited, as the machine is now. */
    public Duration patience() {
        Duration now = usual().multipliedBy(FACTOR);
        return now.compareTo(patience) <= 0 ? patience : now.compareTo(most) < 0 ? now : most;
    }

    /** How long the program would need for a plain conversation, as the machine is now. */
    private Duration usual() {
        return slowest.multipliedBy(control.slower());
    }

    /** How long to sleep, in nanoseconds, before {@link #over()} is to be asked again; at least one. */
    public long nap() {
        return Math.max(1, Math.min(left(), beat - System.nanoTime()));
    }

    /** A sleep of {@code asked} nanoseconds, which began at {@code began}, went to its end: did it come in time? */
    public void slept(long began, long asked) {
        slower(Duration.ofNanos(Math.max(0, System.nanoTime() - began - asked)));
    }

    private void slower(Duration took) {
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
    }

    /** What was waited for goes on: from here the wait begins anew. */
    public void renew() {
        from = System.nanoTime();
        beat = from + UNSUSPECTING_NANOS;
        pause = SOON_NANOS;
        slowest = Duration.ZERO;
    }

    /** Whether it has gone on for longer than it would have on a quick machine: what came now came late, or did not. */
    public boolean drawnOut() {
        return System.nanoTime() - from > patience.toNanos();
    }

    /** That the machine was too slow for this wait to say anything; empty when it was not. */
    public Optional<Fact> slip(Duration at) {
        Duration waited = Duration.ofNanos(System.nanoTime() - from);
        return usual().multipliedBy(LEAST_FACTOR).compareTo(waited) > 0
                ? Optional.of(new Fact.Slipped(at, waited, slowest, control.slower()))
                : Optional.empty();
    }
}
