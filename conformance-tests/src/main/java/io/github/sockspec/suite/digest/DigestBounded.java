package io.github.sockspec.suite.digest;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Endurance;
import io.github.sockspec.suite.LargeMessage;
import io.github.sockspec.suite.Trial;

/** Digest, within limits. */
final class DigestBounded {
    /** When it fails: is a chunk read whole before it is digested? */
    @Case(
            clause = "DIGEST-6",
            value = "1-gib@one-chunk",
            ownProcess = true,
            about = "1 GiB in one chunk: the digest is right and memory grows by less than 64 MiB")
    void gibibyteInOneChunk_boundedMemory(Trial trial) {
        LargeMessage.of(trial).inChunks(1);
    }

    /** When it fails: is a message gathered before it is digested? */
    @Case(
            clause = "DIGEST-6",
            value = "1-gib@16384-chunks",
            ownProcess = true,
            about = "1 GiB in 16,384 chunks: the digest is right and memory grows by less than 64 MiB")
    void gibibyteInManyChunks_boundedMemory(Trial trial) {
        LargeMessage.of(trial).inChunks(16_384);
    }

    /** When it fails: what is opened for a client, and is it closed when the client is gone without a word? */
    @Case(
            clause = "DIGEST-7",
            value = "plain@200-disconnects",
            ownProcess = true,
            about = "after 200 abrupt disconnects nothing is left of them, and no CPU time is used")
    void disconnects_leaveNothing(Trial trial) {
        Endurance.of(trial).disconnects(200);
    }
}
