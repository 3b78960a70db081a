package io.github.sockspec.suite.digest;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Trial;

/** Digest, with malformed messages and abrupt disconnects. */
final class DigestSurvives {
    @Case(clause = "DIGEST-5", value = "negative-length@whole")
    void negativeLength_closed(Trial trial) {
        trial.answers();
        trial.servesOthers("after a negative length");
    }

    @Case(clause = "DIGEST-5", value = "negative-after-chunk@whole")
    void negativeAfterChunk_closed(Trial trial) {
        trial.answers();
        trial.servesOthers("after a negative length");
    }

    @Case(clause = "DIGEST-5", value = "hello-chen@half-close-inside")
    void endsInsideMessage_noDigest(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-5", value = "hello-chen@fin-at-each-byte")
    void finAtEachByte_servesOthers(Trial trial) {
        trial.survives();
    }

    @Case(clause = "DIGEST-5", value = "hello-chen@rst-at-each-byte")
    void rstAtEachByte_servesOthers(Trial trial) {
        trial.survives();
    }

    @Case(clause = "DIGEST-5", value = "plain@ended-under-reply")
    void endedUnderReply_servesOthers(Trial trial) {
        trial.survives();
    }

    @Case(clause = "DIGEST-5", value = "2-gib-announced@rst-at-each-byte")
    void twoGibAnnounced_servesOthers(Trial trial) {
        trial.survives();
    }
}
