package io.github.sockspec.delivery;

/**
 * A run of octets of a stream.
 *
 * @param from the offset of the first
 * @param to the offset behind the last, above {@code from}
 */
public record Span(int from, int to) {
    public Span {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("a span has at least one octet: " + from + " to " + to);
        }
    }

    /** The same, {@code octets} further on. */
    public Span movedBy(int octets) {
        return new Span(from + octets, to + octets);
    }
}
