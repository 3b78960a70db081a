package io.github.sockspec.suite.login;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Endurance;
import io.github.sockspec.suite.Flood;
import io.github.sockspec.suite.Trial;

/** Login, within limits. */
final class LoginBounded {
    @Case(clause = "LOGIN-7", value = "long-line@whole")
    void longLine_refused(Trial trial) {
        trial.answers();
        trial.servesOthers("after a request of 1,100 bytes");
    }

    /** When it fails: is a line stored before its length is looked at? */
    @Case(
            clause = "LOGIN-7",
            value = "endless-line@whole",
            ownProcess = true,
            about = "64 MiB without the end of a request: memory does not grow with them")
    void endlessLine_notStored(Trial trial) {
        Flood.of(trial, Bytes.utf8("a")).isNotKept(64 << 20);
        trial.servesOthers("after 64 MiB without the end of a request");
    }

    /** When it fails: what is opened for a client, and is it closed when the client is gone without a word? */
    @Case(
            clause = "LOGIN-10",
            value = "plain@200-disconnects",
            ownProcess = true,
            about = "after 200 abrupt disconnects nothing is left of them, and no CPU time is used")
    void disconnects_leaveNothing(Trial trial) {
        Endurance.of(trial).disconnects(200);
    }
}
