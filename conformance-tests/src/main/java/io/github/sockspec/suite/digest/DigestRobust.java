package io.github.sockspec.suite.digest;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Trial;

/** Digest, however the message is divided and its bytes are cut and joined. */
final class DigestRobust {
    /** When it fails: is each chunk digested by itself? */
    @Case(clause = "DIGEST-2", value = "divided@whole")
    void divided_sameDigest(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-2", value = "hello-chen@whole")
    void helloChen_sameDigest(Trial trial) {
        trial.answers();
    }

    /** When it fails: is a header read by one read of four bytes? */
    @Case(clause = "DIGEST-3", value = "hello-chen@every-cut")
    void helloChen_everyCut(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-3", value = "letter@every-composition")
    void letter_everyComposition(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-3", value = "abc@every-composition")
    void abc_everyComposition(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-3", value = "word@every-composition")
    void word_everyComposition(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-3", value = "hello-chen@byte-by-byte")
    void helloChen_byteByByte(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-3", value = "hello-chen@at-seams")
    void helloChen_atSeams(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-3", value = "several@sampled")
    void several_sampled(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-3", value = "several@resegmented")
    void several_resegmented(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-3", value = "several@joined")
    void several_joined(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-3", value = "abc@and-a-half")
    void two_andAHalf(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-3", value = "hello-chen@stalled")
    void helloChen_stalled(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-3", value = "large-chunk@whole")
    void largeChunk_inManySegments(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-9", value = "plain@half-closed")
    void halfClosed_answered(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-9", value = "several@half-closed")
    void several_halfClosed_answered(Trial trial) {
        trial.answers();
    }

    /** When it fails: is a read of no bytes taken for a request? */
    @Case(clause = "DIGEST-10", value = "plain@half-closed-after-replies")
    void halfClosedAfterReplies_nothingMoreIsSent(Trial trial) {
        trial.answersAndNoMore();
    }
}
