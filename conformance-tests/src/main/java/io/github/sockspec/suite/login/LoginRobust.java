package io.github.sockspec.suite.login;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Trial;

/** Login, however the bytes are cut and joined. When one of these fails: is one read taken for one request? */
final class LoginRobust {
    @Case(clause = "LOGIN-3", value = "accepted@every-cut")
    void accepted_everyCut(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-3", value = "accepted@every-composition")
    void accepted_everyComposition(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-3", value = "longer@every-composition")
    void longer_everyComposition(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-3", value = "prefix@every-composition")
    void prefix_everyComposition(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-3", value = "prefix@every-cut")
    void prefix_everyCut(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-3", value = "multibyte@every-cut")
    void multibyte_everyCut(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-3", value = "short-multibyte@every-composition")
    void shortMultibyte_everyComposition(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-3", value = "three@byte-by-byte")
    void three_byteByByte(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-3", value = "three@sampled")
    void three_sampled(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-3", value = "accepted@stalled")
    void accepted_stalled(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-3", value = "accepted@half-close-inside")
    void accepted_halfCloseInside_restDropped(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-4", value = "accepted@joined")
    void two_joined(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-4", value = "accepted@and-a-half")
    void two_andAHalf(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-4", value = "again@joined")
    void again_joined(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-4", value = "many@joined")
    void many_joined(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-4", value = "three@resegmented")
    void three_resegmented(Trial trial) {
        trial.answers();
    }

    /** When it fails: is the end of the client's stream taken for the end of its interest? */
    @Case(clause = "LOGIN-11", value = "plain@half-closed")
    void halfClosed_answered(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-11", value = "three@half-closed")
    void three_halfClosed_answered(Trial trial) {
        trial.answers();
    }

    /** When it fails: is a read of no bytes taken for a request? */
    @Case(clause = "LOGIN-12", value = "plain@half-closed-after-replies")
    void halfClosedAfterReplies_nothingMoreIsSent(Trial trial) {
        trial.answersAndNoMore();
    }
}
