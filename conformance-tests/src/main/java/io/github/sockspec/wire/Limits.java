package io.github.sockspec.wire;

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
 */
public record Limits(Duration patience, Duration stall, Duration gap, Duration drain, Duration longest, int flood) {
    /** Before anything was measured. */
    public static final Limits UNMEASURED = new Limits(
            Duration.ofSeconds(2),
            Duration.ofMillis(700),
            Duration.ofMillis(5),
            Duration.ofMillis(250),
            Duration.ofSeconds(60),
            64 << 20);

    public Limits patient(Duration other) {
        return new Limits(other, stall, gap, drain, longest, flood);
    }
}
