package io.github.sockspec.suite.hello;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.ClientTrial;
import io.github.sockspec.suite.Doorstep;

/** Hello clients. */
final class HelloClientCases {
    @Case(clause = "HELLO-C1", value = "hello@answered", about = "one question, answered at once")
    void answered_printsReplyAndSender(ClientTrial trial) {
        Doorstep.of(trial).answered();
    }

    @Case(clause = "HELLO-C1", value = "hello@answered-late", about = "one question, answered after 150 ms")
    void answeredLate_printsReplyAndSender(ClientTrial trial) {
        Doorstep.of(trial).answeredLate();
    }

    @Case(clause = "HELLO-C1", value = "hello@answered-twice", about = "one question, answered by two datagrams")
    void answeredTwice_printsReplyAndSender(ClientTrial trial) {
        Doorstep.of(trial).answeredTwice();
    }

    /** When it fails: has the socket a time-out? */
    @Case(clause = "HELLO-C2", value = "hello@never-answered", about = "no reply: it ends, and says so, within 10 s")
    void neverAnswered_endsWithMessage(ClientTrial trial) {
        Doorstep.of(trial).neverAnswered();
    }

    /** When it fails: is the question asked just once? Datagrams get lost. */
    @Case(clause = "HELLO-C3", value = "hello@first-lost", about = "the first datagram is lost, the second is answered")
    void firstLost_asksAgain(ClientTrial trial) {
        Doorstep.of(trial).firstLost();
    }

    /** When it fails: is the sender looked at, or the socket connected? */
    @Case(clause = "HELLO-C4", value = "hello@stranger-first", about = "another port answers before the server does")
    void strangerFirst_ignored(ClientTrial trial) {
        Doorstep.of(trial).strangerFirst();
    }
}
