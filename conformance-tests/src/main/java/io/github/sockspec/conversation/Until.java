package io.github.sockspec.conversation;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything up to a terminator, and that.
 *
 * @param text what all the text in front of the terminator, in UTF-8, must match where anything is asked of it
 */
record Until(Bytes terminator, Optional<Pattern> text) implements Reply {
    Until {
        if (terminator.isEmpty()) {
            throw new IllegalArgumentException("what ends a reply can't be empty");
        }
    }

    @Override
    public <T> T told(Telling<T> telling) {
        return telling.until(terminator, text);
    }

    /** What stands in front of the terminator is the program's own affair; behind it nothing is. */
    @Override
    public boolean saysAll() {
        return true;
    }

    @Override
    public Match match(Bytes stream, Place place, StreamState state) {
        return reading(place).match(stream, state);
    }

    @Override
    public Reading reading(Place place) {
        return new Reading() {
            private int looked = place.at();

            @Override
            public Match match(Bytes stream, StreamState state) {
                int end = stream.indexOf(terminator, looked);
                if (end >= 0) {
                    return ended(stream, place, end);
                }
                looked = Math.max(looked, stream.length() - terminator.length() + 1);
                return state == StreamState.ENDED
                        ? new Match.Wrong(stream.length(), "the stream ended without " + terminator)
                        : new Match.More(0);
            }
        };
    }

    private Match ended(Bytes stream, Place place, int end) {
        Bytes before = stream.slice(place.at(), end);
        boolean right = text.isEmpty()
                || text.get().matcher(before.decode(StandardCharsets.UTF_8)).matches();
        return right
                ? new Match.Complete(end + terminator.length())
                : new Match.Wrong(place.at(), before + " does not match " + text.get());
    }

    @Override
    public String describe() {
        return "everything up to " + terminator
                + text.map(pattern -> ", which matches " + pattern).orElse("");
    }

    /** The terminator alone: of a pattern no example can be made. */
    @Override
    public Bytes canonical() {
        return terminator;
    }

    /** Two patterns are the same where they are written the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Until that
                && terminator.equals(that.terminator)
                && text.map(Until::written).equals(that.text.map(Until::written));
    }

    @Override
    public int hashCode() {
        return Objects.hash(terminator, text.map(Until::written));
    }

    private static String written(Pattern pattern) {
        return pattern.flags() + ":" + pattern;
    }
}
