package io.github.sockspec.patience;

import java.time.Duration;

/**
 * How long is waited, and how much is taken, before it is a fact that no more comes.
 *
 * @param patience for an answer, a connection or a read; scaled with the latency measured on the program itself
 * @param stall what {@code STALLED} means: longer than any quiet time a program could sensibly take for an end
 * @param gap what is waited at a cut where the kernel can't be asked
 * @param drain for the other side's FIN, once everything was said and heard
 * @param longest for one reply that keeps coming, however slowly
 * @param flood the most bytes taken from one connection
 * @param control what goes on beside a wait, to tell a slow machine from a slow program
 */
public record Limits(
        Duration patience,
        Duration stall,
        Duration gap,
        Duration drain,
        Duration longest,
        int flood,
        ControlConversation control) {
    /** Before anything was measured. */
    public static final Limits UNMEASURED = new Limits(
            Duration.ofSeconds(2),
            Duration.ofMillis(700),
            Duration.ofMillis(5),
            Duration.ofMillis(250),
            Duration.ofSeconds(60),
            64 << 20,
            ControlConversation.NONE);

    /** A wait is not drawn out beyond this, unless it was to be longer anyway. */
    private static final Duration MOST = Duration.ofSeconds(10);

    public Limits patient(Duration other) {
        return new Limits(other, stall, gap, drain, longest, flood, control);
    }

    /** The same waits, with {@code other} beside them. */
    public Limits beside(ControlConversation other) {
        return new Limits(patience, stall, gap, drain, longest, flood, other);
    }

    /** A wait for an answer, a connection or a read that begins now. */
    public GuardedWait guardedWait() {
        return new GuardedWait(patience, MOST, longest, control);
    }

    /** A wait of {@code other} that begins now. */
    public GuardedWait guardedWait(Duration other) {
        return new GuardedWait(other, MOST, other.compareTo(longest) > 0 ? other : longest, control);
    }
}
