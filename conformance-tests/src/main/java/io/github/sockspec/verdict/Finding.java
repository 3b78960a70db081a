package io.github.sockspec.verdict;

import io.github.sockspec.protocol.Level;

/** What one observation says. */
public sealed interface Finding {
    /** What had to hold, held. */
    Finding HOLDS = new Holds("");

    /** The same finding; of one that speaks against the program the reason stands behind {@code words}. */
    Finding behind(String words);

    /** Why, in words; empty for what holds and needs none. */
    String reason();

    /** What it comes to for a clause of that level. */
    Outcome outcome(Level level);

    /**
     * It held.
     *
     * @param reason what a reader must know of it; empty where there is nothing to know
     */
    record Holds(String reason) implements Finding {
        @Override
        public Outcome outcome(Level level) {
            return Outcome.PASS;
        }

        @Override
        public Finding behind(String words) {
            return this;
        }
    }

    /**
     * It did not hold.
     *
     * @param expected what had to come
     * @param actual what came
     */
    record Broken(String reason, Side expected, Side actual) implements Finding {
        /** A finding in words, with no octets to point at. */
        public static Broken of(String reason, String expected, String actual) {
            return new Broken(reason, Side.words(expected), Side.words(actual));
        }

        @Override
        public Outcome outcome(Level level) {
            return level == Level.MUST ? Outcome.FAIL : Outcome.WARN;
        }

        @Override
        public Finding behind(String words) {
            return new Broken(words + reason, expected, actual);
        }
    }

    /** Nothing can be said: what had to happen first did not happen. */
    record Undecided(String reason) implements Finding {
        /** Of a program that answered no plain conversation at its start: it is not blamed for what came between. */
        public static final Undecided PLAINLY_WRONG =
                new Undecided("it does not answer a plain conversation anyway, so nothing could be shown");

        @Override
        public Outcome outcome(Level level) {
            return Outcome.INCONCLUSIVE;
        }

        @Override
        public Finding behind(String words) {
            return this;
        }
    }
}
