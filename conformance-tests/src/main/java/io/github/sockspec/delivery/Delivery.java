package io.github.sockspec.delivery;

import io.github.sockspec.bytes.Bytes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * How one stream travels: the lengths of the writes that carry it, and how the connection ends behind them.
 *
 * <p>A write that ends where a message ends is followed by waiting for the reply, as a client in lock-step would. A
 * write that passes over that place joins two messages; a write that ends inside a message cuts it.
 *
 * @param writes the length of each write in bytes, each at least 1; a sum below the stream's length breaks it off
 * @param ending how the connection ends
 * @param pace how long is waited at a cut
 */
public record Delivery(List<Integer> writes, Ending ending, Pace pace) {
    /** How long is waited at a cut, beyond what it takes to see that the write before it was read. */
    public enum Pace {
        PROMPT,
        /** Longer than any quiet time that a program could sensibly take for the end of a message. */
        STALLED
    }

    public Delivery {
        writes = List.copyOf(writes);
    }

    /** A delivery that keeps the connection and doesn't dawdle. */
    public static Delivery of(List<Integer> writes) {
        return new Delivery(writes, Ending.KEEP, Pace.PROMPT);
    }

    /** The delivery that writes up to each of {@code ends}, which are in any order. */
    static Delivery upTo(IntStream ends) {
        int[] ordered = ends.sorted().distinct().toArray();
        return of(IntStream.range(0, ordered.length)
                .mapToObj(index -> ordered[index] - (index == 0 ? 0 : ordered[index - 1]))
                .toList());
    }

    public Delivery ending(Ending other) {
        return new Delivery(writes, other, pace);
    }

    public Delivery at(Pace other) {
        return new Delivery(writes, ending, other);
    }

    /** The offsets at which a write ends, the last one included. */
    public NavigableSet<Integer> ends() {
        TreeSet<Integer> ends = new TreeSet<>();
        int at = 0;
        for (int write : writes) {
            at += write;
            ends.add(at);
        }
        return ends;
    }

    /** How many bytes of the stream are sent. */
    public int length() {
        return writes.stream().mapToInt(Integer::intValue).sum();
    }

    /** The offsets at which it cuts a message of {@code shape}. */
    public List<Integer> cuts(Shape shape) {
        NavigableSet<Integer> ends = ends();
        ends.remove(length());
        ends.removeAll(shape.boundaries());
        return List.copyOf(ends);
    }

    /** This without the writes' ends at {@code spared} offsets: what they parted goes in one write. */
    public Delivery without(Collection<Integer> spared) {
        NavigableSet<Integer> ends = ends();
        int length = length();
        ends.removeIf(end -> end < length && spared.contains(end));
        return upTo(ends.stream().mapToInt(Integer::intValue)).ending(ending).at(pace);
    }

    /** Whether it does anything to the stream: cuts, joins or breaks off. */
    public boolean alters(Shape shape) {
        return !writes.equals(shape.messages()) || ending.how() != Ending.How.KEEP;
    }

    /**
     * Whether it passes over no barrier of {@code shape} and cuts no atomic span. The connection may end inside one: what excuses a
     * program from reading it in pieces does not excuse it from seeing that its client is gone.
     */
    public boolean keepsTo(Shape shape) {
        Offsets offsets = shape.offsets();
        NavigableSet<Integer> ends = ends();
        int length = length();
        return ends.headSet(length).stream().noneMatch(offsets::isAtomic)
                && shape.barriers().stream().allMatch(barrier -> barrier >= length || ends.contains(barrier));
    }

    /** The writes themselves, when the stream is {@code said}. */
    public List<Bytes> segments(Bytes said) {
        List<Bytes> segments = new ArrayList<>();
        int at = 0;
        for (int write : writes) {
            segments.add(said.slice(at, at + write));
            at += write;
        }
        return segments;
    }
}
