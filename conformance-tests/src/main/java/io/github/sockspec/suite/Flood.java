package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.kernel.Resources;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.RepeatedWrite;
import io.github.sockspec.wire.RepeatedWrite.State;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Many bytes on one connection, and what memory the program holds for those that it has read. One that keeps them grows with
 * them; so does a runtime that collects its garbage late, for a while. Two things tell them apart: that the growth goes on,
 * far beyond what garbage comes to; and that it stays while the connection does and goes when it is closed, each time.
 */
public final class Flood {
    /** How many times as much as first a program is sent that may have left its garbage lying. */
    private static final int TIMES = 3;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** What of its CPU time a program that does no more than read spends on far more than it may hold. */
    private static final Duration MUCH_CPU = Duration.ofSeconds(2);

    /** After this long growth in proportion to what was read is looked into, beyond what is usual. */
    private static final Duration SUSPICIOUS = Duration.ofSeconds(8);

    /** After this long it is looked into however little it is. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private static final Duration LONGEST = Duration.ofMinutes(3);

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
        return new Flood(trial, RepeatedWrite.block(unit), opening);
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
     * @param suspecting when growth in proportion to what was read ends it
     */
    record Extent(long bytes, long most, Duration time, Suspecting suspecting) {
        private boolean over(RepeatedWrite pouring, Look look) {
            return pouring.state() != State.OPEN
                    || pouring.sent() >= bytes
                    || look.growth().grown() >= most
                    || pouring.elapsed().compareTo(time) >= 0
                    || (look.growth().inProportion() && suspecting.after(pouring.elapsed(), look));
        }
    }

    /**
     * What is seen of the program at one moment.
     *
     * @param cpu CPU time it has used since the flood began
     */
    private record Look(Growth growth, Duration cpu) {}

    /** When growth in proportion to what was read is looked into before it has come to the limit. */
    enum Suspecting {
        /**
         * As soon as the program has had much CPU time, on whatever machine: what just reads has read far more by then than any
         * buffer holds, and what copies all that it has with each read has not.
         */
        SOON {
            @Override
            boolean after(Duration elapsed, Look look) {
                return LATER.after(elapsed, look)
                        || (look.growth().held() >= Growth.NOISE && look.cpu().compareTo(MUCH_CPU) >= 0);
            }
        },
        LATER {
            @Override
            boolean after(Duration elapsed, Look look) {
                return elapsed.compareTo(look.growth().held() >= Growth.NOISE ? SUSPICIOUS : LONG) >= 0;
            }
        },
        NEVER {
            @Override
            boolean after(Duration elapsed, Look look) {
                return false;
            }
        };

        abstract boolean after(Duration elapsed, Look look);
    }

    /**
     * States that what is sent on a fresh connection is not kept: that memory does not grow by half of the first {@code bytes}.
     * Where it does, it is looked what the growth is held for; where that does not show itself, three times as much is sent.
     */
    public void isNotKept(long bytes) {
        Suspected suspected = suspected(bytes, Long.MAX_VALUE, LONG);
        Poured poured = suspected.poured();
        if (suspected.unexplained()) {
            trial.states(more(poured, TIMES * bytes).notKeptBesideGarbage(TIMES * bytes));
        } else if (!suspected.held()) {
            poured.connection().finish();
            trial.states(poured.notKept(bytes));
        }
    }

    /** A longer flood; the same where even the first one took too long. */
    private Poured more(Poured first, long bytes) {
        if (first.pouring().elapsed().compareTo(LONG) >= 0) {
            return first;
        }
        Poured more = pour(new Extent(bytes, Long.MAX_VALUE, LONG.multipliedBy(2), Suspecting.NEVER));
        more.connection().finish();
        return more;
    }

    /**
     * States that {@code bytes} sent make the program's memory grow by less than {@code limit}. What is not written then was
     * not taken, for one reason or another. Growth in proportion to what was read is a failure before it comes to the limit,
     * where it is shown that it is held for the connection.
     */
    Poured staysBelow(long limit, long bytes) {
        Suspected suspected = suspected(bytes, limit, LONGEST);
        if (suspected.held()) {
            return suspected.poured();
        }
        Poured poured = suspected.unexplained()
                ? pour(new Extent(bytes, limit, LONGEST, Suspecting.NEVER))
                : suspected.poured();
        trial.states(poured.below(limit));
        return poured;
    }

    /** What became of growth in proportion to what was read. */
    private enum Explained {
        /** There was none, or it is beyond the limit. */
        NOTHING_TO,
        /** It was shown, and stated, that it is held for the connection. */
        HELD,
        NOT
    }

    /** A flood that was looked into where memory grew in proportion to what was read. */
    private record Suspected(Poured poured, Explained explained) {
        boolean unexplained() {
            return explained == Explained.NOT;
        }

        boolean held() {
            return explained == Explained.HELD;
        }
    }

    /** The first flood that shows what its growth is, or the last. */
    private Suspected suspected(long bytes, long limit, Duration time) {
        Suspected soon = lookedInto(new Extent(bytes, limit, time, Suspecting.SOON));
        return soon.unexplained()
                        && !soon.poured().whole()
                        && soon.poured().pouring().elapsed().compareTo(SUSPICIOUS) < 0
                ? lookedInto(new Extent(bytes, limit, time, Suspecting.LATER))
                : soon;
    }

    private Suspected lookedInto(Extent extent) {
        Poured poured = pour(extent);
        Growth growth = poured.growth();
        if (poured.refused() || growth.grown() >= extent.most() || !growth.inProportion()) {
            return new Suspected(poured, Explained.NOTHING_TO);
        }
        return new Suspected(poured, stateHeld(poured) ? Explained.HELD : Explained.NOT);
    }

    private Poured pour(Extent extent) {
        Resources before = trial.resources();
        Connection connection = opening.get();
        RepeatedWrite pouring = new RepeatedWrite(connection, trial.carrier().confirmation(), block);
        Look look = new Look(Growth.from(before.residentBytes()), Duration.ZERO);
        do {
            pouring.on(extent.bytes(), BETWEEN_LOOKS);
            Resources now = trial.resources();
            look = new Look(
                    look.growth().then(now.residentBytes(), pouring.read()),
                    now.cpu().minus(before.cpu()));
        } while (!extent.over(pouring, look));
        return new Poured(connection, pouring, look.growth(), extent.bytes());
    }

    /**
     * States that it keeps what it reads where that shows itself twice, in step with what was read; whether it did. The second
     * time the program is a fresh one: what an allocator has taken back from a first flood it may keep for the next, and grow no more.
     */
    private boolean stateHeld(Poured first) {
        Optional<Held> held = Held.first(trial, first, Growth.CONNECTION);
        if (held.isEmpty()) {
            return false;
        }
        trial.restart();
        Poured less = pour(new Extent(first.growth().read() / 2, Long.MAX_VALUE, LONG, Suspecting.NEVER));
        Optional<Held> again = held.get().again(trial, less);
        again.ifPresent(each -> trial.states(held.get().standing().held(each.standing())));
        return again.isPresent();
    }
}
