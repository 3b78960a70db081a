package io.github.sockspec.suite.digest;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Crowd;
import io.github.sockspec.suite.LargeMessage;
import io.github.sockspec.suite.LinkCut;
import io.github.sockspec.suite.Standstill;
import io.github.sockspec.suite.Trial;

/** Digest, in a container with the kernel's limits around it. */
final class DigestConfined {
    private static final long MEMORY = 128L << 20;

    /** When it fails: is a chunk read whole before it is digested? */
    @Case(
            clause = "DIGEST-6",
            value = "1-gib@one-chunk-in-128-mib",
            confined = true,
            about = "1 GiB in one chunk, to a server that has 128 MiB of memory: the digest is right")
    void gibibyteInOneChunk_smallMemory(Trial trial) {
        LargeMessage.of(trial).inChunksWithin(MEMORY, 1);
    }

    /** When it fails: is a message gathered before it is digested? */
    @Case(
            clause = "DIGEST-6",
            value = "1-gib@16384-chunks-in-128-mib",
            confined = true,
            about = "1 GiB in 16,384 chunks, to a server that has 128 MiB of memory: the digest is right")
    void gibibyteInManyChunks_smallMemory(Trial trial) {
        LargeMessage.of(trial).inChunksWithin(MEMORY, 16_384);
    }

    /** When it fails: does the clock decide when a message is over, or when a client has gone? */
    @Case(
            clause = "DIGEST-3",
            value = "abc@paused",
            confined = true,
            about = "the server is frozen inside a message, and goes on after the rest has come")
    void pausedInsideMessage_answersRightly(Trial trial) {
        Standstill.of(trial).insideRequest();
    }

    /** When it fails: what becomes of an accept that fails? */
    @Case(
            clause = "DIGEST-5",
            value = "plain@64-descriptors",
            confined = true,
            about = "100 clients come to a server that may have 64 descriptors, and go: others are served as before")
    void fewDescriptors_servesOthers(Trial trial) {
        Crowd.of(trial).against(64);
    }

    @Case(
            clause = "DIGEST-8",
            value = "plain@network-cut",
            confined = true,
            about = "the network is cut inside a message, the client goes unheard, and the network comes back")
    void networkCutInsideMessage_servesOthers(Trial trial) {
        LinkCut.of(trial).insideRequest();
    }
}
