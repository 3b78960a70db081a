package io.github.sockspec.verdict;

import io.github.sockspec.bytes.Bytes;

/** What one observation says. */
public sealed interface Finding {
    /** What had to hold, held. */
    Finding HOLDS = new Holds();

    /** The same finding; of one that speaks against the program the reason stands behind {@code words}. */
    Finding behind(String words);

    /** It held. */
    record Holds() implements Finding {
        @Override
        public Finding behind(String words) {
            return this;
        }
    }

    /**
     * It did not hold.
     *
     * @param reason in words
     * @param expected in words or bytes
     * @param actual in words or bytes
     * @param received the bytes that came, for the caret
     * @param wrongAt the offset in {@code received} of the first wrong or missing byte; -1 when no byte is to blame
     */
    record Broken(String reason, String expected, String actual, Bytes received, int wrongAt) implements Finding {
        /** A finding with no bytes to point at. */
        public static Broken of(String reason, String expected, String actual) {
            return new Broken(reason, expected, actual, Bytes.EMPTY, -1);
        }

        @Override
        public Finding behind(String words) {
            return new Broken(words + reason, expected, actual, received, wrongAt);
        }
    }

    /** Nothing can be said: what had to happen first did not happen. */
    record Undecided(String reason) implements Finding {
        /** Of a program that answered no plain conversation at its start: it is not blamed for what came between. */
        public static final Undecided PLAINLY_WRONG =
                new Undecided("it does not answer a plain conversation anyway, so nothing could be shown");

        @Override
        public Finding behind(String words) {
            return this;
        }
    }
}
