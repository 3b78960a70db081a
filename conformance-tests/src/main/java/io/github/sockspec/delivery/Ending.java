package io.github.sockspec.delivery;

import java.util.Locale;

/**
 * How the connection ends.
 *
 * @param how by what
 * @param when at which moment
 */
public record Ending(How how, When when) {
    /** The conversation runs to its end. */
    public static final Ending KEEP = new Ending(How.KEEP, When.AFTER_REPLIES);

    /** By what a connection ends. */
    public enum How {
        /** It is kept until the last reply was read. */
        KEEP,
        /** Closed in both directions: a FIN, and a RST to whatever still comes. */
        FIN,
        /** Closed in the sending direction only: a FIN, and the replies are read. */
        HALF_CLOSE,
        /** Aborted: a RST. */
        RST;

        /** The lower-case word used in results. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** At which moment. */
    public enum When {
        /** As soon as the other side has read what was sent. */
        AFTER_READ,
        /** When the first byte of the last reply has come. */
        AFTER_FIRST_BYTE,
        /** When every reply has come. Behind a half-close then comes nothing that is owed, so a pause parts the two. */
        AFTER_REPLIES;

        /** The lower-case word used in results. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
