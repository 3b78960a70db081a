package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.protocol.SizePrefix;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A length, then a body in exactly that many octets; a body of a known size is one that the length can say. */
record Sized(SizePrefix prefix, Reply body) implements Reply {
    /** More than any stream has. */
    private static final long BEYOND = 1L << 32;

    Sized {
        body.size().ifPresent(prefix::of);
    }

    @Override
    public <T> T told(Telling<T> telling) {
        return telling.sized(prefix, body.told(telling));
    }

    @Override
    public boolean saysAll() {
        return body.saysAll();
    }

    @Override
    public OptionalInt size() {
        OptionalInt size = body.size();
        return size.isPresent() ? OptionalInt.of(prefix.width() + size.getAsInt()) : size;
    }

    @Override
    public Match match(Bytes stream, Place place, StreamState state) {
        return reading(place).match(stream, state);
    }

    @Override
    public Reading reading(Place place) {
        return new HeaderThenBody(place);
    }

    @Override
    public Map<String, Bytes> keeps(Bytes stream, int from) {
        int start = from + prefix.width();
        long end = start + prefix.announced(stream, from) - prefix.plus();
        return body.keeps(stream.slice(0, (int) end), start);
    }

    @Override
    public Reply filled(Map<String, Bytes> known) {
        return new Sized(prefix, body.filled(known));
    }

    @Override
    public String describe() {
        return "a length in " + prefix + ", then " + body.describe();
    }

    @Override
    public Bytes canonical() {
        Bytes octets = body.canonical();
        return prefix.encode(Math.max(0, octets.length() + prefix.plus())).plus(octets);
    }

    /** Remembers the length once it has come. */
    private final class HeaderThenBody implements Reading {
        private final Place place;
        private final Place start;
        private long announced;
        private @Nullable Reading reading;

        HeaderThenBody(Place place) {
            this.place = place;
            this.start = place.behind(prefix.width());
        }

        @Override
        public Match match(Bytes stream, StreamState state) {
            if (reading == null) {
                Match header = header(stream, state);
                if (!(header instanceof Match.Complete)) {
                    return header;
                }
                reading = body.reading(start);
            }
            long end = start.at() + Math.min(announced, BEYOND) - prefix.plus();
            Bytes within = stream.length() > end ? stream.slice(0, (int) end) : stream;
            boolean whole = within.length() == end;
            Match match = reading.match(within, whole ? StreamState.ENDED : state);
            if (match instanceof Match.More) {
                return new Match.More(end > Integer.MAX_VALUE ? 0 : (int) end);
            }
            if (match instanceof Match.Complete complete && complete.end() < end) {
                return wrong(complete.end() - start.at() + " is due");
            }
            return whole && match instanceof Match.Wrong wrong && wrong.at() == end
                    ? wrong("the body does not end there")
                    : match;
        }

        private Match header(Bytes stream, StreamState state) {
            Match header = place.due(stream, prefix.width(), state);
            if (!(header instanceof Match.Complete)) {
                return header;
            }
            announced = prefix.announced(stream, place.at());
            if (announced < 0) {
                return new Match.Wrong(
                        place.at(), "the header announces no length: " + stream.slice(place.at(), start.at()));
            }
            OptionalInt due = body.size();
            if (due.isPresent() && announced - prefix.plus() != due.getAsInt()) {
                return wrong(due.getAsInt() + prefix.plus() + " is due");
            }
            return announced < prefix.plus() ? wrong("at least " + prefix.plus() + " is due") : header;
        }

        private Match wrong(String why) {
            return new Match.Wrong(place.at(), "the length is " + announced + ", and " + why);
        }
    }
}
