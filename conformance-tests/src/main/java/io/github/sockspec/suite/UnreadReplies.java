package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.patience.Waiting;
import io.github.sockspec.trial.OtherClients;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Connection;
import io.github.sockspec.wire.RepeatedWrite;
import io.github.sockspec.wire.RepeatedWrite.State;
import java.time.Duration;

/** A client that asks on and on and never reads what it is answered. */
final class UnreadReplies {
    private static final int BLOCK = 1 << 16;

    /** What is asked at most, in bytes. */
    private static final long MOST = 64L << 20;

    /** What a program may grow by for any client, in bytes: its buffers, and garbage. */
    private static final long USUAL = 16L << 20;

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int LOOKS = 3;

    private final Trial trial;

    private UnreadReplies(Trial trial) {
        this.trial = trial;
    }

    /** States that others are served meanwhile, and that replies which nobody reads are not stored without bound. */
    static void state(Trial trial) {
        if (trial.underTest().uses().onceByIntent()) {
            throw trial.notApplicable(OtherClients.ONE_BY_INTENT);
        }
        new UnreadReplies(trial).asked(trial.conversation().said());
    }

    private void asked(Bytes said) {
        Growth growth = Growth.from(resident());
        Connection connection = trial.open();
        connection.stopReading();
        RepeatedWrite asking = new RepeatedWrite(
                connection,
                trial.carrier().confirmation(),
                Bytes.repeat(said, Math.max(1, BLOCK / said.length())));
        do {
            asking.on(MOST, BETWEEN_LOOKS);
            growth = growth.then(resident(), asking.read());
        } while (asking.state() == State.OPEN
                && asking.sent() < MOST
                && asking.elapsed().compareTo(LONGEST) < 0);
        trial.keepsOpen(said);
        trial.requireOthersServed("while another client asks on and on and reads no reply");
        trial.states(bounded(growth, asking));
    }

    private Finding bounded(Growth growth, RepeatedWrite asking) {
        long limit = Math.max(USUAL, asking.sent() / 2);
        if (growth.grown() < limit) {
            return Finding.HOLDS;
        }
        long held = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS; look++) {
            Waiting.quietly(BETWEEN_LOOKS);
            held = Math.min(held, resident() - growth.before());
        }
        Growth standing = growth.then(growth.before() + held, asking.read());
        boolean released = asking.leave()
                && Waiting.until(trial.carrier().limits().guardedWait(), () -> standing.releasedAt(resident()));
        if (held < limit || !released) {
            return new Finding.Undecided("its memory grew by " + mebibytes(growth.grown())
                    + " while a client read no reply, but did not go when that client went: it may be garbage");
        }
        return Finding.Broken.of(
                "its memory grew with replies that nobody read, and went when their client did",
                "less than " + mebibytes(limit) + " more",
                mebibytes(held) + " more after " + mebibytes(asking.sent()) + " were asked");
    }

    private long resident() {
        return trial.resources().residentBytes();
    }

    private static String mebibytes(long bytes) {
        return (bytes >> 20) + " MiB";
    }
}
