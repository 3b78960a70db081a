package io.github.sockspec.trial;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.OutputComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a client prints when its replies come whole: the measure of what it prints of cut ones, where the protocol leaves open
 * what that is. It is measured once, and more often when a client is suspected. Thread-safe.
 */
final class OutputYardstick {
    /** So many runs tell what varies by itself. */
    private static final int ENOUGH = 6;

    private final Supplier<Optional<Bytes>> whole;
    private final List<Bytes> printed = new ArrayList<>();

    /**
     * An output that is not measured yet.
     *
     * @param whole what one more run prints; nothing where that is not right, so that it measures nothing
     */
    OutputYardstick(Supplier<Optional<Bytes>> whole) {
        this.whole = whole;
    }

    /** Whether the client, its replies cut, printed what it prints when they come whole. */
    synchronized Finding of(Bytes cut) {
        Finding first = of(1, cut);
        return first == Finding.HOLDS ? first : of(ENOUGH, cut);
    }

    /** What the first run printed; empty while none was had. */
    synchronized Optional<Bytes> measured() {
        return printed.stream().findFirst();
    }

    private Finding of(int runs, Bytes cut) {
        while (printed.size() < runs) {
            Optional<Bytes> next = whole.get();
            if (next.isEmpty()) {
                return Finding.HOLDS;
            }
            printed.add(next.get());
        }
        return OutputComparison.asWhole(printed, cut);
    }
}
