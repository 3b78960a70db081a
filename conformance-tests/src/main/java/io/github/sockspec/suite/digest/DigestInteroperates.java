package io.github.sockspec.suite.digest;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Neighbours;
import io.github.sockspec.suite.Trial;

/** Digest, each message whole and one at a time. */
final class DigestInteroperates {
    @Case(clause = "DIGEST-1", value = "plain@whole")
    void plain_answered(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-1", value = "rfc-1321@whole")
    void rfcVectors_answered(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-1", value = "empty@whole")
    void emptyMessage_answered(Trial trial) {
        trial.answers();
    }

    @Case(clause = "DIGEST-1", value = "padding-edges@whole")
    void paddingEdges_answered(Trial trial) {
        trial.answers();
    }

    /** When it fails: is the digest's state started afresh for each message? */
    @Case(clause = "DIGEST-4", value = "several@whole")
    void severalMessages_eachItsOwn(Trial trial) {
        trial.answers();
    }

    /** When it fails: is a client accepted only after the one before it has gone? */
    @Case(
            clause = "DIGEST-8",
            value = "plain@beside-silence",
            about = "a client that connects and says nothing holds up nobody")
    void silentNeighbour_holdsUpNobody(Trial trial) {
        Neighbours.of(trial).silent();
    }

    @Case(
            clause = "DIGEST-8",
            value = "plain@beside-half-a-request",
            about = "a client inside its message holds up nobody, and gets its answer when it goes on")
    void halfSaidNeighbour_holdsUpNobody(Trial trial) {
        Neighbours.of(trial).halfSaid(trial.conversation("plain"));
    }
}
