package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.RepeatedWrite;
import io.github.sockspec.wire.RepeatedWrite.State;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A client that asks on and on and never reads what it is answered. What a program's memory then grows by may be those replies, or
 * garbage of the requests; a client that asks as much and reads every reply tells them apart.
 */
final class UnreadReplies {
    /** What is asked at most, in bytes. */
    private static final long MOST = 64L << 20;

    /** What a program may grow by for any client, in bytes: its buffers, and garbage. */
    private static final long USUAL = 16L << 20;

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Trial trial;

    private UnreadReplies(Trial trial) {
        this.trial = trial;
    }

    /**
     * What was asked on one connection.
     *
     * @param sent in bytes
     * @param grown what the program's memory grew by meanwhile, in bytes
     * @param ended whether all was asked, or the program took no more
     */
    private record Asking(long sent, long grown, State ended) {}

    /** States that others are served meanwhile, and that replies which nobody reads are not stored without bound. */
    static void state(Trial trial) {
        trial.requireOthersPossible();
        Bytes said = trial.conversation().said();
        UnreadReplies replies = new UnreadReplies(trial);
        Asking unread = replies.ask(said, MOST, Connection::stopReading);
        trial.keepsOpen(said);
        trial.requireOthersServed("while another client asks on and on and reads no reply");
        trial.states(unread.grown() < limit(unread) ? Finding.HOLDS : replies.beside(said, unread));
    }

    private static long limit(Asking asking) {
        return Math.max(USUAL, asking.sent() / 2);
    }

    private Asking ask(Bytes said, long most, Consumer<Connection> reading) {
        Growth growth = Growth.from(resident());
        Connection connection = trial.open();
        reading.accept(connection);
        RepeatedWrite asking = new RepeatedWrite(connection, trial.carrier().confirmation(), RepeatedWrite.block(said));
        do {
            asking.on(most, BETWEEN_LOOKS);
            growth = growth.then(resident(), asking.read());
        } while (asking.state() == State.OPEN
                && asking.sent() < most
                && asking.elapsed().compareTo(LONGEST) < 0);
        return new Asking(asking.sent(), growth.grown(), asking.state());
    }

    /** The same from a client that reads every reply, asked of a fresh program: what it grows by then is no reply kept. */
    private Finding beside(Bytes said, Asking unread) {
        trial.leave();
        trial.restart();
        Asking read = ask(said, unread.sent(), Connection::forgetReceived);
        if (read.sent() < unread.sent() && read.ended() == State.OPEN) {
            return new Finding.Undecided(
                    "its memory grew by " + Poured.mebibytes(unread.grown())
                            + " while a client read no reply, but a client that reads was too slow to tell whether that is garbage");
        }
        return unread.grown() < 2 * read.grown() + Growth.NOISE
                ? Finding.HOLDS
                : Finding.Broken.of(
                        "its memory grew with replies that nobody read",
                        "less than " + Poured.mebibytes(limit(unread))
                                + " more, or as much as with a client that reads: " + Poured.mebibytes(read.grown())
                                + " more",
                        Poured.mebibytes(unread.grown()) + " more after " + Poured.mebibytes(unread.sent())
                                + " were asked");
    }

    private long resident() {
        return trial.resources().residentBytes();
    }
}
