package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Observation;
import java.util.List;

/**
 * The smallest delivery that still fails, and what was seen on it.
 *
 * @param writes the bytes of each write, in order
 * @param end {@code keep}, {@code fin}, {@code half-close} or {@code rst}
 * @param pace {@code prompt}, or {@code stalled} when each cut is waited at
 * @param seen what happened
 */
public record Smallest(List<Bytes> writes, String end, String pace, Observation seen) {
    public Smallest {
        writes = List.copyOf(writes);
    }
}
