package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.RepeatedWrite;
import io.github.sockspec.wire.RepeatedWrite.State;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Many bytes on one connection, and what memory the program holds for those that it has read. One that keeps them grows with
 * them; so does a runtime that collects its garbage late, for a while. Two things tell them apart: that the growth goes on,
 * far beyond what garbage comes to; and that it stays while the connection does and goes when it is closed, each time.
 */
public final class Flood {
    private static final int BLOCK = 1 << 16;

    /** How many times as much as first a program is sent that may have left its garbage lying. */
    private static final int TIMES = 3;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** After this long growth in proportion to what was read is looked into, beyond what is usual. */
    private static final Duration SUSPICIOUS = Duration.ofSeconds(8);

    /** After this long it is looked into however little it is. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** How often it is looked whether memory stays: garbage left lying may go meanwhile, and not when a connection ends. */
    private static final int LOOKS = 3;

    private final Trial trial;
    private final Bytes block;
    private final Supplier<Connection> opening;

    private Flood(Trial trial, Bytes block, Supplier<Connection> opening) {
        this.trial = trial;
        this.block = block;
        this.opening = opening;
    }

    /** A flood of {@code unit}, over and over, on connections that {@code opening} makes. */
    static Flood of(Trial trial, Bytes unit, Supplier<Connection> opening) {
        return new Flood(trial, Bytes.repeat(unit, Math.max(1, BLOCK / unit.length())), opening);
    }

    /** A flood of {@code unit}, over and over, from the first byte of a connection on. */
    public static Flood of(Trial trial, Bytes unit) {
        return of(trial, unit, trial::open);
    }

    /**
     * How much is sent, and what ends it before.
     *
     * @param bytes to be sent
     * @param most growth in bytes
     * @param time for all of it
     * @param suspecting whether growth in proportion to what was read ends it after a while
     */
    record Extent(long bytes, long most, Duration time, Suspecting suspecting) {
        private boolean over(RepeatedWrite pouring, Growth growth) {
            return pouring.state() != State.OPEN
                    || pouring.sent() >= bytes
                    || growth.grown() >= most
                    || pouring.elapsed().compareTo(time) >= 0
                    || (suspecting == Suspecting.GROWTH && suspicious(pouring, growth));
        }

        private static boolean suspicious(RepeatedWrite pouring, Growth growth) {
            Duration since = growth.held() >= Growth.NOISE ? SUSPICIOUS : LONG;
            return growth.inProportion() && pouring.elapsed().compareTo(since) >= 0;
        }
    }

    /** Whether growth is looked into before it has come to the limit. */
    enum Suspecting {
        GROWTH,
        /** Where the kernel sets the limit, it says itself what came of the growth. */
        NOTHING
    }

    /**
     * States that what is sent on a fresh connection is not kept: that memory does not grow by half of the first {@code bytes}.
     * Where it does, it is looked what the growth is held for; where that does not show itself, three times as much is sent.
     */
    public void isNotKept(long bytes) {
        Poured poured = pour(new Extent(bytes, Long.MAX_VALUE, LONG, Suspecting.GROWTH), before());
        if (poured.refused() || !poured.growth().inProportion()) {
            poured.connection().finish();
            trial.states(poured.notKept(bytes));
        } else if (!stateHeld(poured)) {
            trial.states(more(poured, TIMES * bytes).notKeptBesideGarbage(TIMES * bytes));
        }
    }

    /** A longer flood; the same where even the first one took too long. */
    private Poured more(Poured first, long bytes) {
        if (first.pouring().elapsed().compareTo(LONG) >= 0) {
            return first;
        }
        Poured more = pour(new Extent(bytes, Long.MAX_VALUE, LONG.multipliedBy(2), Suspecting.NOTHING), before());
        more.connection().finish();
        return more;
    }

    /**
     * States that {@code bytes} sent make the program's memory grow by less than {@code limit}. What is not written then was
     * not taken, for one reason or another.
     */
    Poured staysBelow(long limit, long bytes, Suspecting suspecting) {
        Poured poured = pour(new Extent(bytes, limit, LONGEST, suspecting), before());
        boolean undone = suspecting == Suspecting.GROWTH
                && !poured.refused()
                && poured.pouring().sent() < bytes;
        if (undone && poured.growth().grown() < limit && poured.growth().inProportion()) {
            if (stateHeld(poured)) {
                return poured;
            }
            poured = pour(new Extent(bytes, limit, LONGEST, Suspecting.NOTHING), before());
        }
        trial.states(poured.below(limit));
        return poured;
    }

    private Growth before() {
        return Growth.from(resident());
    }

    private long resident() {
        return trial.resources().residentBytes();
    }

    private Poured pour(Extent extent, Growth before) {
        Connection connection = opening.get();
        RepeatedWrite pouring = new RepeatedWrite(connection, trial.carrier().confirmation(), block);
        Growth growth = before;
        do {
            pouring.on(extent.bytes(), BETWEEN_LOOKS);
            growth = growth.then(resident(), pouring.read());
        } while (!extent.over(pouring, growth));
        return new Poured(connection, pouring, growth, extent.bytes());
    }

    /**
     * States that it keeps what it reads where that shows itself twice; whether it did. The second time the program is a fresh
     * one: what an allocator has taken back from a first flood it may keep for the next, and grow no more.
     */
    private boolean stateHeld(Poured first) {
        long held = heldForConnection(first, Growth.CONNECTION);
        if (held == 0) {
            return false;
        }
        trial.restart();
        Poured again = pour(new Extent(first.growth().read() / 2, Long.MAX_VALUE, LONG, Suspecting.NOTHING), before());
        long heldAgain = heldForConnection(again, held / 4);
        if (heldAgain == 0) {
            return false;
        }
        trial.states(first.standing(held).held(again.standing(heldAgain)));
        return true;
    }

    /**
     * Ends a flood; what memory was held while the connection stood and the program had nothing left to read, in bytes, where
     * that went with the connection and was no less than {@code least} and than half of what was read; else 0.
     */
    private long heldForConnection(Poured poured, long least) {
        long held = standing(poured);
        Growth growth = poured.standing(held).growth();
        boolean let = poured.pouring().leave();
        boolean released = let
                && growth.inProportionFrom(least)
                && Waiting.until(trial.carrier().limits().guardedWait(), () -> growth.releasedAt(resident()));
        return released ? held : 0;
    }

    /** What is still held when all was read and the program was left alone for a while: the least of several looks. */
    private long standing(Poured poured) {
        if (!poured.pouring().awaitRead()) {
            return 0;
        }
        long least = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            Waiting.quietly(BETWEEN_LOOKS);
            least = Math.min(least, resident());
        }
        return least - poured.growth().before();
    }
}
