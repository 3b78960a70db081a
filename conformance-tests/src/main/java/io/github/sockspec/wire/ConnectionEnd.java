package io.github.sockspec.wire;

import io.github.sockspec.patience.Limits;
import java.time.Duration;

/**
 * How a connection is ended once everything was said and heard: by a FIN, reading whatever still comes, so that no RST of
 * ours hits a program that did nothing wrong. A program that leaves a few of our FINs without one of its own is not waited
 * for any longer.
 */
final class ConnectionEnd {
    private static final int CHANCES = 3;

    private int unanswered;

    /** To one with whom it came to a silence or a mistake: what it still says is of no interest. */
    void leave(Connection connection) {
        if (connection.usable()) {
            connection.halfClose();
            if (unanswered < CHANCES) {
                unanswered = connection.incoming().drain() ? 0 : unanswered + 1;
            }
        }
        connection.close();
    }

    /** To one who has answered all that was said: what it says beyond that is heard, for a bounded while. */
    void sayTo(Connection connection, Limits limits) {
        if (connection.usable()) {
            connection.halfClose();
            Duration wait = unanswered < CHANCES ? limits.drain() : Duration.ZERO;
            boolean answered = connection.incoming().readBehind(wait, Incoming.MOST_BEHIND);
            unanswered = answered ? 0 : unanswered + 1;
        }
        connection.close();
    }

    /** To one whose answer was not awaited: it is heard out as one waits for an answer, lest a RST cut it short. */
    void hearOut(Connection connection, Limits limits) {
        if (connection.usable()) {
            connection.halfClose();
            connection.incoming().readBehind(limits.patience(), limits.flood());
        }
        connection.close();
    }

    /**
     * To one who has answered all that was said, with a pause before this side's end: what comes in the pause does not come
     * of the end. What comes behind it is heard for as long as an answer is awaited.
     */
    void afterPause(Connection connection, Limits limits) {
        connection.incoming().pause(limits.guardedWait(limits.stall()));
        if (connection.usable()) {
            connection.halfClose();
            connection.incoming().pause(limits.guardedWait());
        }
        connection.close();
    }
}
