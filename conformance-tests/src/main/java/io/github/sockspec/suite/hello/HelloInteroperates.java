package io.github.sockspec.suite.hello;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Datagrams;
import io.github.sockspec.suite.Trial;

/** Hello, one datagram at a time. */
final class HelloInteroperates {
    /** When it fails: is the reply sent with the socket that received the request? */
    @Case(
            clause = "HELLO-1",
            value = "plain@as-sent",
            about = "one request: one reply, from the port that was asked, to the asker, and nothing else")
    void request_answered(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.answered(hello.greetings().plain());
    }

    @Case(clause = "HELLO-1", value = "again@as-sent", about = "one asker's requests, each after the reply to the last")
    void requestsInLockStep_answered(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.answered(hello.greetings().lockStep(8));
    }

    /** When it fails: is the reply sent to the address that this request came from, or to one remembered? */
    @Case(clause = "HELLO-1", value = "two-askers@as-sent", about = "two askers, now the one and now the other")
    void twoAskersInTurn_eachAnswered(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.answered(hello.greetings().alternating());
    }
}
