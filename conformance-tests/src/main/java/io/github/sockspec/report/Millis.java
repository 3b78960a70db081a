package io.github.sockspec.report;

import java.time.Duration;
import java.util.Locale;

/** Durations as reports write them. */
public final class Millis {
    private Millis() {}

    /** As a number of milliseconds, to the microsecond. */
    static double of(Duration duration) {
        return Math.round(duration.toNanos() / 1e3) / 1e3;
    }

    /** For a person: {@code 0.31 ms}, {@code 12 ms}, {@code 3.4 s}. */
    static String words(Duration duration) {
        return words(of(duration));
    }

    /** The same, of milliseconds. */
    public static String words(double millis) {
        if (millis >= 1000) {
            return String.format(Locale.ROOT, "%,.1f s", millis / 1000);
        }
        return String.format(Locale.ROOT, millis >= 10 ? "%.0f ms" : "%.2f ms", millis);
    }
}
