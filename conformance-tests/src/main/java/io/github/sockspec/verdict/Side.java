package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Reply;

/** One side of what did not hold: what had to come, or what came. */
public sealed interface Side {
    /** In one line, as results write it. */
    String text();

    /** All octets of the stream that it belongs to; none where it belongs to none. */
    Bytes stream();

    /** The offset in {@link #stream} at which it begins; -1 where that can't be told. */
    int from();

    /** The offset in {@link #stream} of the first wrong or missing octet; -1 when no octet is to blame. */
    int wrongAt();

    /** Words with no octets to point at. */
    static Side words(String text) {
        return new Words(text, Bytes.EMPTY, -1);
    }

    /** These octets, of which none is to blame. */
    static Side octets(Bytes octets) {
        return new Octets(octets, 0, octets.length(), -1);
    }

    /** What {@code reply} awaits: its octets, where it awaits exactly these. */
    static Side awaited(Reply reply) {
        Bytes canonical = reply.canonical();
        return reply.describe().equals(canonical.toString()) ? octets(canonical) : words(reply.describe());
    }

    /** What came from {@code from} on, an empty rendering where that is nothing. */
    static Side octets(Bytes stream, int from, int wrongAt) {
        return new Octets(stream, from, stream.length() - from, wrongAt);
    }

    /** What came from {@code from} on, and the word for it where that is nothing. */
    static Side came(Bytes stream, int from, int wrongAt) {
        return from == stream.length() ? new Nothing(stream, wrongAt) : octets(stream, from, wrongAt);
    }

    /**
     * Words.
     *
     * @param stream the octets that they are about; none where they are about none
     */
    record Words(String text, Bytes stream, int wrongAt) implements Side {
        @Override
        public int from() {
            return -1;
        }
    }

    /** Nothing came behind {@code stream}. */
    record Nothing(Bytes stream, int wrongAt) implements Side {
        /** What results write. */
        public static final String TEXT = "nothing";

        @Override
        public String text() {
            return TEXT;
        }

        @Override
        public int from() {
            return Math.min(wrongAt, stream.length());
        }
    }

    /**
     * Octets.
     *
     * @param length how many there are; more than the stream holds where not all were kept
     */
    record Octets(Bytes stream, int from, int length, int wrongAt) implements Side {
        /** How many of them {@link #text} shows. */
        public static final int SHOWN = 200;

        @Override
        public String text() {
            return stream.slice(from, Math.min(stream.length(), from + SHOWN)).rendered(SHOWN, length);
        }

        /** Those that were kept. */
        public Bytes kept() {
            return stream.from(from);
        }
    }
}
