package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * These bytes, some of which are not compared: an answer that was learned, where it differed between two askings.
 *
 * @param mask an octet for each of {@code bytes}; where it is 0, any octet will do
 */
record Masked(Bytes bytes, Bytes mask) implements Reply {
    /** How many stretches that are not compared {@link #describe} names. */
    private static final int NAMED = 8;

    Masked {
        if (bytes.length() != mask.length()) {
            throw new IllegalArgumentException(bytes.length() + " octets have a mask of " + mask.length());
        }
    }

    @Override
    public <T> T told(Telling<T> telling) {
        return telling.masked(bytes, mask);
    }

    @Override
    public boolean saysAll() {
        return true;
    }

    @Override
    public OptionalInt size() {
        return OptionalInt.of(bytes.length());
    }

    @Override
    public Match match(Bytes stream, Place place, StreamState state) {
        int have = Math.min(bytes.length(), stream.length() - place.at());
        for (int index = 0; index < have; index++) {
            if (mask.at(index) != 0 && stream.at(place.at() + index) != bytes.at(index)) {
                return place.differs(place.at() + index);
            }
        }
        return place.due(stream, bytes.length(), state);
    }

    @Override
    public String describe() {
        List<String> free = free();
        String shown = String.join(", ", free.subList(0, Math.min(NAMED, free.size())));
        String more = free.size() > NAMED ? ", and " + (free.size() - NAMED) + " more" : "";
        return free.isEmpty() ? bytes.toString() : bytes + " (not compared: byte " + shown + more + ")";
    }

    /** The stretches that are not compared, as a person reads them. */
    private List<String> free() {
        List<String> free = new ArrayList<>();
        int start = 0;
        for (int index = 0; index <= mask.length(); index++) {
            if (index == mask.length() || mask.at(index) != 0) {
                if (index > start) {
                    free.add(index == start + 1 ? "" + start : start + " to " + (index - 1));
                }
                start = index + 1;
            }
        }
        return free;
    }

    @Override
    public Bytes canonical() {
        return bytes;
    }
}
