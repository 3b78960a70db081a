package io.github.sockspec.suite;

import io.github.sockspec.suite.Flood.Poured;
import io.github.sockspec.verdict.Finding;

/** What a flood shows of a program that was to keep none of it. */
final class FloodJudge {
    private static final String GREW = "its memory grew with what was sent";

    /** What was read of a flood, when that is all there is to judge by. */
    private static final long ENOUGH = 16 << 20;

    private FloodJudge() {}

    /** Of one that refused it, or that does not hold as much as it has read; {@code bytes} were to be sent. */
    static Finding first(Poured poured, long bytes) {
        long limit = Math.max(bytes, poured.read()) / 2;
        if (poured.refused() && poured.growth().grown() >= limit) {
            return grew(poured, limit);
        }
        // Whoever answers has taken notice and need not read on; whoever leaves has refused the rest.
        boolean settled = poured.refused() || poured.connection().received() > 0;
        return settled || poured.read() >= Math.min(ENOUGH, bytes) ? Finding.HOLDS : tooLittle(poured);
    }

    /** Of one whose memory had grown with the first {@code bytes} before, as with garbage that is left lying. */
    static Finding second(Poured poured, long bytes) {
        long limit = bytes / 2;
        if (poured.growth().grown() < limit) {
            return poured.refused() || poured.read() >= Math.min(ENOUGH, bytes) ? Finding.HOLDS : tooLittle(poured);
        }
        return poured.whole() || poured.refused() ? grew(poured, limit) : tooLittle(poured);
    }

    /** Of one whose memory may grow by less than {@code limit}. */
    static Finding below(Poured poured, long limit) {
        if (poured.growth().grown() >= limit) {
            return grew(poured, limit);
        }
        return poured.whole() || poured.refused() ? Finding.HOLDS : tooLittle(poured);
    }

    /** Of one whose memory was held for the connection, twice. */
    static Finding held(Poured first, Poured again) {
        return Finding.Broken.of(
                GREW + ", stayed while the connection did, and went when it was closed",
                "memory that does not depend on how much was read",
                mebibytes(first.growth().held()) + " more after " + amount(first) + ", and again "
                        + mebibytes(again.growth().held()) + " more after " + amount(again));
    }

    private static Finding grew(Poured poured, long limit) {
        return Finding.Broken.of(
                GREW,
                "less than " + mebibytes(limit) + " more",
                mebibytes(poured.growth().grown()) + " more after "
                        + mebibytes(poured.pouring().sent()));
    }

    private static Finding tooLittle(Poured poured) {
        return new Finding.Undecided("in " + poured.pouring().elapsed().toMillis() + " ms of a flood of "
                + mebibytes(poured.wanted()) + " only " + amount(poured)
                + ", and its memory grew by " + mebibytes(poured.growth().grown())
                + ": too little to tell whether it keeps what it reads");
    }

    /** How much it has read, or else was sent. */
    private static String amount(Poured poured) {
        return poured.pouring().told()
                ? mebibytes(poured.growth().read()) + " were read"
                : mebibytes(poured.pouring().sent()) + " were sent (what was read can't be seen)";
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
