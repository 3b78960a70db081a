package io.github.sockspec.suite;

import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.RepeatedWrite;
import io.github.sockspec.wire.RepeatedWrite.State;

/**
 * One flood as far as it went, and what it shows of a program that was to keep none of it.
 *
 * @param wanted how many bytes it was to have
 */
record Poured(Connection connection, RepeatedWrite pouring, Growth growth, long wanted) {
    private static final String GREW = "its memory grew with what was sent";

    /** What was read of a flood, when that is all there is to judge by. */
    private static final long ENOUGH = 16 << 20;

    /** Whether all of it was written, to a program that has not ended the connection. */
    boolean whole() {
        return pouring.state() == State.OPEN && pouring.sent() >= wanted;
    }

    /** Whether it went no further because of the program. */
    boolean ended() {
        return pouring.state() != State.OPEN;
    }

    boolean refused() {
        return pouring.state() == State.REFUSED;
    }

    /** The same, where {@code held} bytes are held when nothing more goes. */
    Poured standing(long held) {
        return new Poured(connection, pouring, growth.then(growth.before() + held, pouring.read()), wanted);
    }

    /** What the program is judged by: where it has left, what had been sent, for it can't have read more. */
    long read() {
        return refused() ? pouring.sent() : growth.read();
    }

    /** Of one that refused it, or that does not hold as much as it has read; {@code bytes} were to be sent. */
    Finding notKept(long bytes) {
        long limit = Math.max(bytes, read()) / 2;
        if (refused() && growth.grown() >= limit) {
            return grew(limit);
        }
        // Whoever answers has taken notice and need not read on; whoever leaves has refused the rest.
        boolean settled = refused() || connection.received() > 0;
        return settled || read() >= Math.min(ENOUGH, bytes) ? Finding.HOLDS : tooLittle();
    }

    /** Of one whose memory had grown with the first {@code bytes} before, as with garbage that is left lying. */
    Finding notKeptBesideGarbage(long bytes) {
        long limit = bytes / 2;
        if (growth.grown() < limit) {
            return refused() || read() >= Math.min(ENOUGH, bytes) ? Finding.HOLDS : tooLittle();
        }
        return whole() || refused() ? grew(limit) : tooLittle();
    }

    /** Of one whose memory may grow by less than {@code limit}. */
    Finding below(long limit) {
        if (growth.grown() >= limit) {
            return grew(limit);
        }
        return whole() || refused() ? Finding.HOLDS : tooLittle();
    }

    /** Of one whose memory was held for the connection, twice. */
    Finding held(Poured again) {
        return Finding.Broken.of(
                GREW + ", stayed while the connection did, and went when it was closed",
                "memory that does not depend on how much was read",
                mebibytes(growth.held()) + " more after " + amount() + ", and again " + mebibytes(again.growth.held())
                        + " more after " + again.amount());
    }

    private Finding grew(long limit) {
        return Finding.Broken.of(
                GREW,
                "less than " + mebibytes(limit) + " more",
                mebibytes(growth.grown()) + " more after " + mebibytes(pouring.sent()));
    }

    private Finding tooLittle() {
        return new Finding.Undecided("in " + pouring.elapsed().toMillis() + " ms of a flood of "
                + mebibytes(wanted) + " only " + amount()
                + ", and its memory grew by " + mebibytes(growth.grown())
                + ": too little to tell whether it keeps what it reads");
    }

    /** How much it has read, or else was sent. */
    private String amount() {
        return pouring.told()
                ? mebibytes(growth.read()) + " were read"
                : mebibytes(pouring.sent()) + " were sent (what was read can't be seen)";
    }

    static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
