package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.program.ConfinedPlace;
import io.github.sockspec.protocol.IntegerFormat;
import io.github.sockspec.trial.Trial;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.wire.Connection;
import java.time.Duration;

/** A message of 1 GiB of zeros. */
public final class LargeMessage {
    private static final int LENGTH = 1 << 30;

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

    /** States that it is digested rightly, in {@code chunks} of equal length, with memory that grows by less than {@code most} bytes. */
    public void inChunks(long most, int chunks) {
        Poured poured = send(chunks, most);
        stateDigested(poured);
    }

    /**
     * States the same of a server that has so many bytes of memory for everything, its code and its runtime too: more the
     * kernel does not give, but ends it.
     */
    public void inChunksWithin(long bytes, int chunks) {
        ConfinedPlace confinement = trial.confinement();
        Poured poured = send(chunks, bytes);
        trial.states(
                confinement.outOfMemory()
                        ? Finding.Broken.of(
                                "out of memory: the kernel killed it (OOM kill) after "
                                        + (poured.connection().sent() >> 20) + " MiB of a message of 1 GiB were sent",
                                "the digest " + DIGEST + ", in " + (bytes >> 20) + " MiB of memory",
                                "an OOM kill")
                        : Finding.HOLDS);
        stateDigested(poured);
    }

    private Poured send(int chunks, long memory) {
        int length = LENGTH / chunks;
        Bytes header = IntegerFormat.I32LE.encode(length);
        Bytes zero = Bytes.of((byte) 0);
        // One chunk is poured as zeros behind its header; many are poured header and all.
        Flood flood =
                Flood.of(trial, chunks == 1 ? zero : Bytes.repeat(zero, length).plus(header), () -> begun(header));
        Poured poured = flood.staysBelow(memory, chunks == 1 ? LENGTH : LENGTH + 4L * (chunks - 1));
        if (poured.whole()) {
            poured.connection().write(IntegerFormat.I32LE.encode(0));
        }
        return poured;
    }

    private Connection begun(Bytes header) {
        Connection connection = trial.openPatiently(PATIENCE);
        connection.write(header);
        return connection;
    }

    /** A message that was not sent to its end, because it was shown that it is kept or because time was up, has no digest. */
    private void stateDigested(Poured poured) {
        if (poured.whole() || (poured.ended() && !trial.evidence().failed())) {
            HeardReply.state(
                    trial,
                    poured.connection(),
                    Reply.exactly(Bytes.utf8(DIGEST)),
                    "a message of 1 GiB was not digested rightly");
        }
    }
}
