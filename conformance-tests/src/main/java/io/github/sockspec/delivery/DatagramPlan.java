package io.github.sockspec.delivery;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the datagrams of one direction get through, counted from the first. Those beyond the plan pass as they were sent.
 *
 * @param passages one for each of the first datagrams
 */
public record DatagramPlan(List<DatagramPassage> passages) {
    /** Nothing happens to any. */
    public static final DatagramPlan AS_SENT = new DatagramPlan(List.of());

    public DatagramPlan {
        passages = List.copyOf(passages);
    }

    /** How datagram {@code index}, from 0, gets through. */
    public DatagramPassage passage(int index) {
        return index < passages.size() ? passages.get(index) : DatagramPassage.AS_SENT;
    }

    /** As results and commands have it: the passages' texts, a comma between two. */
    public String text() {
        return passages.stream().map(DatagramPassage::text).collect(Collectors.joining(","));
    }

    /**
     * The plan with that {@link #text}; no text is as sent.
     *
     * @throws IllegalArgumentException when one of its parts is no passage
     */
    public static DatagramPlan of(String text) {
        return text.isEmpty()
                ? AS_SENT
                : new DatagramPlan(
                        Stream.of(text.split(",", -1)).map(DatagramPassage::of).toList());
    }

    /** Whether anything happens to any. */
    public boolean alters() {
        return !passages.stream().allMatch(DatagramPassage.AS_SENT::equals);
    }
}
