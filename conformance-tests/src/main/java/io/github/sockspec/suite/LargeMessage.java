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

    /** No clause asks for speed: the reply to so much may take its time on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Trial trial;
    private final Answer answer;

    /**
     * What is right.
     *
     * @param reply the reply to it
     * @param words what that is, for example {@code the digest}
     * @param done what is done to the message, for example {@code digested}
     */
    public record Answer(String reply, String words, String done) {}

    private LargeMessage(Trial trial, Answer answer) {
        this.trial = trial;
        this.answer = answer;
    }

    public static LargeMessage of(Trial trial, Answer answer) {
        return new LargeMessage(trial, answer);
    }

    /** States that it is answered rightly, in {@code chunks} of equal length, with memory that grows by less than {@code most} bytes. */
    public void inChunks(long most, int chunks) {
        Poured poured = send(chunks, most);
        stateAnswered(poured);
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
                                answer.words() + " " + answer.reply() + ", in " + (bytes >> 20) + " MiB of memory",
                                "an OOM kill")
                        : Finding.HOLDS);
        stateAnswered(poured);
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

    /** A message that was not sent to its end, because it was shown that it is kept or because time was up, has no reply. */
    private void stateAnswered(Poured poured) {
        if (poured.whole() || (poured.ended() && !trial.evidence().failed())) {
            HeardReply.state(
                    trial,
                    poured.connection(),
                    Reply.exactly(Bytes.utf8(answer.reply())),
                    "a message of 1 GiB was not " + answer.done() + " rightly");
        }
    }
}
