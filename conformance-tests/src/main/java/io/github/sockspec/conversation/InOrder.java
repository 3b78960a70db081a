package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** Replies one behind the other, as one. What a part keeps, the parts behind it know. */
record InOrder(List<Reply> parts) implements Reply {
    InOrder {
        parts = List.copyOf(parts);
    }

    /** The same as the fewest parts: exact ones that touch are one, and one part alone is itself. */
    static Reply of(List<Reply> parts) {
        List<Reply> fewest = new ArrayList<>();
        for (Reply part : parts) {
            (part instanceof InOrder inner ? inner.parts : List.of(part)).forEach(each -> add(fewest, each));
        }
        if (fewest.isEmpty()) {
            return Reply.nothing();
        }
        return fewest.size() == 1 ? fewest.get(0) : new InOrder(fewest);
    }

    private static void add(List<Reply> parts, Reply next) {
        int last = parts.size() - 1;
        if (next instanceof Exactly exactly && last >= 0 && parts.get(last) instanceof Exactly before) {
            parts.set(last, new Exactly(before.bytes().plus(exactly.bytes())));
        } else {
            parts.add(next);
        }
    }

    @Override
    public <T> T told(Telling<T> telling) {
        return telling.inOrder(parts.stream().map(part -> part.told(telling)).toList());
    }

    @Override
    public boolean saysAll() {
        return parts.stream().allMatch(Reply::saysAll);
    }

    @Override
    public OptionalInt size() {
        int all = 0;
        for (Reply part : parts) {
            if (part.size().isEmpty()) {
                return OptionalInt.empty();
            }
            all += part.size().getAsInt();
        }
        return OptionalInt.of(all);
    }

    @Override
    public Match match(Bytes stream, Place place, StreamState state) {
        return reading(place).match(stream, state);
    }

    @Override
    public Reading reading(Place place) {
        return new PartByPart(place);
    }

    @Override
    public Map<String, Bytes> keeps(Bytes stream, int from) {
        PartByPart reading = new PartByPart(new Place(from, from, size()));
        reading.match(stream, StreamState.ENDED);
        return reading.kept;
    }

    @Override
    public Reply filled(Map<String, Bytes> known) {
        return of(parts.stream().map(part -> part.filled(known)).toList());
    }

    @Override
    public String describe() {
        return parts.stream()
                .map(part -> part instanceof Closed ? "the end of the stream" : part.describe())
                .collect(Collectors.joining(", then "));
    }

    @Override
    public Bytes canonical() {
        return Bytes.join(parts.stream().map(Reply::canonical).toList());
    }

    /** Remembers which part it is at. */
    private final class PartByPart implements Reading {
        private final Map<String, Bytes> kept = new HashMap<>();
        private Place place;
        private int index;
        private Reply part;
        private Reading reading;

        PartByPart(Place place) {
            this.place = place;
            this.part = parts.get(0);
            this.reading = part.reading(place);
        }

        @Override
        public Match match(Bytes stream, StreamState state) {
            Match match = reading.match(stream, state);
            while (match instanceof Match.Complete complete && index < parts.size()) {
                kept.putAll(part.keeps(stream, place.at()));
                place = place.behind(complete.end() - place.at());
                index++;
                if (index < parts.size()) {
                    part = parts.get(index).filled(kept);
                    reading = part.reading(place);
                    match = reading.match(stream, state);
                }
            }
            return match;
        }
    }
}
