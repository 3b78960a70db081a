package io.github.sockspec.kernel;

import java.time.Duration;

/**
 * One process at one moment, as {@code /proc/PID/stat} tells.
 *
 * @param pid its number
 * @param parent its parent's
 * @param session its session's
 * @param state {@code R} runs or could, {@code S} waits in the kernel, {@code D} waits and can't be disturbed,
 *     {@code T} is stopped, {@code Z} has ended and nobody has waited for it
 * @param threads how many it has
 * @param cpu CPU time it has used, with that of its children that have ended and were waited for
 * @param started when it started, in the kernel's ticks: with the number, it names one process and no later one
 */
public record ProcessSnapshot(
        long pid, long parent, long session, char state, int threads, Duration cpu, long started) {
    public boolean zombie() {
        return state == 'Z' || state == 'X';
    }

    /** Whether {@code other} is a look at the same process. */
    public boolean same(ProcessSnapshot other) {
        return pid == other.pid() && started == other.started();
    }

    /** Whether it does nothing but wait: one that hangs does, one that spins does not. */
    public boolean waits() {
        return state == 'S' || state == 'D';
    }
}
