package io.github.sockspec.delivery;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What lies at each offset of a stream of some shape, looked up in the time of a search. */
final class Offsets {
    private final int[] ends;
    private final int[] barriers;
    private final NavigableMap<Integer, Integer> spans = new TreeMap<>();

    Offsets(List<Integer> messages, List<Integer> barriers, List<Span> atomic) {
        ends = new int[messages.size()];
        int at = 0;
        for (int index = 0; index < ends.length; index++) {
            at += messages.get(index);
            ends[index] = at;
        }
        this.barriers = barriers.stream().mapToInt(Integer::intValue).sorted().toArray();
        atomic.stream().sorted(Comparator.comparingInt(Span::from)).forEach(this::unite);
    }

    /** Spans that overlap are one. */
    private void unite(Span span) {
        Map.Entry<Integer, Integer> before = spans.floorEntry(span.from());
        if (before != null && before.getValue() > span.from()) {
            spans.put(before.getKey(), Math.max(before.getValue(), span.to()));
        } else {
            spans.put(span.from(), span.to());
        }
    }

    int length() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /** Where the message {@code index} starts. */
    int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** Where the message {@code index} ends. */
    int end(int index) {
        return ends[index];
    }

    /** Where the message ends that stands before the one around {@code at}; 0 where none does. */
    int endBefore(int at) {
        int found = Arrays.binarySearch(ends, at);
        int index = found >= 0 ? found : -found - 1;
        return start(index);
    }

    /** Whether a message starts there, or ends. */
    boolean isEdge(int at) {
        return at == 0 || Arrays.binarySearch(ends, at) >= 0;
    }

    /** Whether no write may pass over it. */
    boolean isBarrier(int at) {
        return Arrays.binarySearch(barriers, at) >= 0;
    }

    /** Whether it lies strictly inside a message. */
    boolean isInside(int at) {
        return at > 0 && at < length() && !isEdge(at);
    }

    /** Whether a cut there would part what is never cut. */
    boolean isAtomic(int at) {
        Map.Entry<Integer, Integer> span = spans.lowerEntry(at);
        return span != null && at < span.getValue();
    }

    /** Whether a message can be cut there. */
    boolean isPlace(int at) {
        return isInside(at) && !isAtomic(at);
    }
}
