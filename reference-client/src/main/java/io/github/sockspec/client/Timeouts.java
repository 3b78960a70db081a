package io.github.sockspec.client;

import java.time.Duration;
import java.util.List;

/**
 * How long a client waits; each from 1 ms to 24 days.
 *
 * @param connect until a TCP connection stands
 * @param idle while a TCP server neither sends a byte nor takes one: every byte starts it afresh
 * @param interval until {@code hello} is asked again
 */
public record Timeouts(Duration connect, Duration idle, Duration interval) {
    /** 5 s to connect, 30 s idle, 1 s between two hellos. */
    public static final Timeouts DEFAULT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(1));

    /** Throws {@link IllegalArgumentException} for a time out of range: to a socket, 0 ms would mean for ever. */
    public Timeouts {
        for (Duration each : List.of(connect, idle, interval)) {
            if (each.compareTo(Duration.ofMillis(1)) < 0 || each.compareTo(Duration.ofDays(24)) > 0) {
                throw new IllegalArgumentException("a time-out must be from 1 ms to 24 days, not " + each);
            }
        }
    }
}
