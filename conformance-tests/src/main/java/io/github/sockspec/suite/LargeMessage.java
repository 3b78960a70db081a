package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Match;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.spec.IntegerFormat;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Connection;
import java.time.Duration;

/** A message of 1 GiB of zeros. */
public final class LargeMessage {
    private static final int LENGTH = 1 << 30;
    private static final long MEMORY = 64L << 20;

    /** No clause asks for speed: the digest of so much may take its time on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The MD5 of 1 GiB of zeros. */
    private static final String DIGEST = "cd573cfaace07e7949bc0c46028904ff";

    private final Trial trial;

    private LargeMessage(Trial trial) {
        this.trial = trial;
    }

    public static LargeMessage of(Trial trial) {
        return new LargeMessage(trial);
    }

    /** States that it is digested rightly, in {@code chunks} of equal length, within bounded memory. */
    public void inChunks(int chunks) {
        int length = LENGTH / chunks;
        Bytes header = IntegerFormat.I32LE.encode(length);
        Connection connection = trial.openPatiently(PATIENCE);
        boolean open = connection.write(header);
        // One chunk is poured as zeros behind its header; many are poured header and all.
        open &= chunks == 1
                ? Flood.of(Bytes.of((byte) 0)).pour(trial, connection, LENGTH, MEMORY)
                : Flood.of(Bytes.repeat(Bytes.of((byte) 0), length).plus(header))
                        .pour(trial, connection, (long) LENGTH + 4L * (chunks - 1), MEMORY);
        connection.write(IntegerFormat.I32LE.encode(0));
        Reply expected = Reply.exactly(Bytes.utf8(DIGEST));
        boolean right = open && connection.await(expected, 0) instanceof Match.Complete;
        trial.states(
                right
                        ? Finding.HOLDS
                        : new Finding.Broken(
                                "a message of 1 GiB was not digested rightly",
                                expected.describe(),
                                connection.stream().toString(),
                                connection.stream(),
                                connection.stream().length()),
                connection.observation());
    }
}
