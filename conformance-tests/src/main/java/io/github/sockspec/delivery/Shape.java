package io.github.sockspec.delivery;

import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that a delivery knows of a stream: how long its messages are, and where their structure has seams.
 *
 * @param messages the lengths in bytes, each at least 1
 * @param seams offsets in the whole stream, strictly inside a message, at which a program's own writes might be parted
 * @param barriers the boundaries over which no write may pass: what stands behind one is only said when what stands
 *     before it has been answered
 * @param atomic spans of the whole stream inside which nothing is cut
 */
public record Shape(List<Integer> messages, List<Integer> seams, List<Integer> barriers, List<Span> atomic) {
    public Shape {
        messages = List.copyOf(messages);
        seams = List.copyOf(seams);
        barriers = List.copyOf(barriers);
        atomic = List.copyOf(atomic);
        if (messages.stream().anyMatch(length -> length < 1)) {
            throw new IllegalArgumentException("a message has at least one byte: " + messages);
        }
    }

    /** Messages that may travel joined, and be cut anywhere. */
    public Shape(List<Integer> messages, List<Integer> seams) {
        this(messages, seams, List.of(), List.of());
    }

    public static Shape of(Integer... messages) {
        return new Shape(List.of(messages), List.of());
    }

    /** The length of the whole stream. */
    public int length() {
        return messages.stream().mapToInt(Integer::intValue).sum();
    }

    /** The offsets at which one message ends and the next starts. */
    public NavigableSet<Integer> boundaries() {
        TreeSet<Integer> boundaries = new TreeSet<>();
        int at = 0;
        for (int message : messages) {
            at += message;
            boundaries.add(at);
        }
        boundaries.remove(length());
        return boundaries;
    }

    /** The offsets at which a message can be cut, in order: strictly inside it, and not where it is atomic. */
    public IntStream places() {
        Offsets offsets = offsets();
        return IntStream.range(1, Math.max(1, length())).filter(offsets::isPlace);
    }

    /** The offsets, from none to all, at a seam, an end of a message or an edge of what is never cut, and those beside one. */
    public IntStream nearStructure() {
        Offsets offsets = offsets();
        IntStream ends = IntStream.range(0, messages.size()).map(offsets::end);
        IntStream edges = atomic.stream().flatMapToInt(span -> IntStream.of(span.from(), span.to()));
        return Stream.of(IntStream.of(0), ends, seams.stream().mapToInt(Integer::intValue), edges)
                .flatMapToInt(each -> each)
                .flatMap(at -> IntStream.rangeClosed(at - 1, at + 1))
                .filter(at -> at >= 0 && at <= offsets.length())
                .sorted()
                .distinct();
    }

    /** What lies at each of its offsets. */
    Offsets offsets() {
        return new Offsets(messages, barriers, atomic);
    }
}
