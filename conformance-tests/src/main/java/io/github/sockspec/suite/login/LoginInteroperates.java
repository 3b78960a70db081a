package io.github.sockspec.suite.login;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Neighbours;
import io.github.sockspec.suite.Trial;

/** Login, each message whole and one at a time. */
final class LoginInteroperates {
    /** When it fails: is the account file the one that was given, and is a pair compared whole? */
    @Case(clause = "LOGIN-1", value = "plain@whole")
    void rightPair_accepted(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-1", value = "accounts@whole")
    void everyAccount_accepted(Trial trial) {
        trial.answers();
    }

    /** When it fails: has a buffer a length that nobody thought of? */
    @Case(clause = "LOGIN-1", value = "long-account@whole")
    void longAccount_accepted(Trial trial) {
        trial.answers();
    }

    @Case(clause = "LOGIN-1", value = "strangers@whole")
    void wrongPairs_refused(Trial trial) {
        trial.answers();
    }

    /** When it fails: is anything of the last attempt kept for the next? */
    @Case(clause = "LOGIN-2", value = "again@whole")
    void afterFail_nextAttemptJudgedAfresh(Trial trial) {
        trial.answers();
    }

    /** When it fails: is who has logged in once taken for logged in? */
    @Case(clause = "LOGIN-2", value = "three@whole")
    void afterSuccess_nextAttemptJudgedAfresh(Trial trial) {
        trial.answers();
    }

    /** When it fails: is a client accepted only after the one before it has gone? */
    @Case(
            clause = "LOGIN-8",
            value = "plain@beside-silence",
            about = "a client that connects and says nothing holds up nobody")
    void silentNeighbour_holdsUpNobody(Trial trial) {
        Neighbours.of(trial).silent();
    }

    @Case(
            clause = "LOGIN-8",
            value = "plain@beside-half-a-request",
            about = "a client that has sent half a request holds up nobody, and gets its answer when it goes on")
    void halfSaidNeighbour_holdsUpNobody(Trial trial) {
        Neighbours.of(trial).halfSaid(trial.conversation("plain"));
    }

    /** When it fails: is the account file read once only? */
    @Case(clause = "LOGIN-9", value = "added@whole", about = "an account is added to the file, then used")
    void accountAdded_acceptedWithoutRestart(Trial trial) {
        AddedAccount.in(trial);
        trial.answers();
    }
}
