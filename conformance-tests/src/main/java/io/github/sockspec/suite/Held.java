package io.github.sockspec.suite;

import io.github.sockspec.patience.Waiting;
import io.github.sockspec.trial.Trial;
import java.time.Duration;
import java.util.Optional;

/**
 * Memory that was held for one connection of a flood: it stayed while the connection stood and nothing was left to read, and
 * went when the connection was closed.
 *
 * @param standing the flood, with what was held while the connection stood
 * @param letGo how long it took to go
 */
record Held(Poured standing, Duration letGo) {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** For how long it is looked, at least: garbage left lying may go meanwhile, and not when a connection ends. */
    private static final Duration ALONE = BETWEEN_LOOKS.multipliedBy(3);

    /**
     * Ends a flood; empty where what it left did not go with its connection, or was less than {@code least} bytes or than half
     * of what was read.
     */
    static Optional<Held> first(Trial trial, Poured poured, long least) {
        return of(trial, poured, ALONE, least);
    }

    /**
     * Ends a flood of less; empty too where not as much less was held. The program is left alone for longer than it took to
     * let go before: what a collector takes back by itself, connection or not, goes meanwhile.
     */
    Optional<Held> again(Trial trial, Poured less) {
        return of(trial, less, ALONE.plus(letGo.multipliedBy(2)), bytes() / 4)
                .filter(each -> standing.growth().inStep(each.standing.growth()));
    }

    private static Optional<Held> of(Trial trial, Poured poured, Duration alone, long least) {
        Poured standing = poured.standing(leastHeld(trial, poured, alone));
        Growth growth = standing.growth();
        boolean let = poured.pouring().leave();
        long begun = System.nanoTime();
        boolean released = let
                && growth.inProportionFrom(least)
                && Waiting.until(trial.carrier().limits().guardedWait(), () -> growth.releasedAt(resident(trial)));
        return released
                ? Optional.of(new Held(standing, Duration.ofNanos(System.nanoTime() - begun)))
                : Optional.empty();
    }

    /** What is still held when all was read and the program was left alone for so long: the least of several looks. */
    private static long leastHeld(Trial trial, Poured poured, Duration alone) {
        if (!poured.pouring().awaitRead()) {
            return 0;
        }
        long until = System.nanoTime() + alone.toNanos();
        long least = Long.MAX_VALUE;
        do {
            Waiting.quietly(BETWEEN_LOOKS);
            least = Math.min(least, resident(trial));
        } while (System.nanoTime() < until);
        return least - poured.growth().before();
    }

    private static long resident(Trial trial) {
        return trial.resources().residentBytes();
    }

    private long bytes() {
        return standing.growth().held();
    }
}
