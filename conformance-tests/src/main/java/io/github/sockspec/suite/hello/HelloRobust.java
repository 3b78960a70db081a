package io.github.sockspec.suite.hello;

import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Datagrams;
import io.github.sockspec.suite.Trial;

/**
 * Hello, however the datagrams travel. Bursts have at most 100 datagrams: a socket with Linux's usual buffer holds 250
 * small ones, so whatever is lost is not lost for want of room.
 */
final class HelloRobust {
    private static final int BURST = 100;
    private static final int RELAYED = 32;

    private static void burst(Trial trial, int askers) {
        Datagrams hello = Datagrams.of(trial);
        hello.answered(hello.greetings().burst(askers));
    }

    /** When it fails: is more than one datagram taken for one request, or one forgotten over another? */
    @Case(clause = "HELLO-2", value = "burst@as-sent", about = "100 askers at once: a reply for each")
    void burst_eachAnswered(Trial trial) {
        burst(trial, BURST);
    }

    @Case(clause = "HELLO-2", value = "repeated@as-sent", about = "one asker's 100 requests at once: 100 replies")
    void repeated_eachAnswered(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.answered(hello.greetings().repeated(BURST));
    }

    /** When it fails: is a request remembered, and its like then taken for seen? */
    @Case(clause = "HELLO-2", value = "plain@duplicated", about = "one request that arrives twice: two replies")
    void duplicate_answeredAgain(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.answered(hello.greetings().plain());
    }

    @Case(clause = "HELLO-2", value = "burst@duplicated", about = "32 askers whose requests arrive up to three times")
    void duplicates_answeredAgain(Trial trial) {
        burst(trial, RELAYED);
    }

    @Case(clause = "HELLO-2", value = "burst@reordered", about = "32 askers whose requests overtake each other")
    void reordered_eachAnswered(Trial trial) {
        burst(trial, RELAYED);
    }

    @Case(clause = "HELLO-2", value = "burst@dropped", about = "32 askers, some of whose requests are lost on the way")
    void othersLost_eachAnswered(Trial trial) {
        burst(trial, RELAYED);
    }

    @Case(clause = "HELLO-2", value = "burst@delayed", about = "32 askers whose requests are up to 3 ms on the way")
    void delayed_eachAnswered(Trial trial) {
        burst(trial, RELAYED);
    }

    @Case(
            clause = "HELLO-2",
            value = "burst@truncated",
            about = "32 askers, some of whose requests are cut short on the way: the whole ones are answered")
    void othersTruncated_eachAnswered(Trial trial) {
        burst(trial, RELAYED);
    }

    /** When it fails: is the asker's address kept apart from the request it came with? */
    @Case(clause = "HELLO-3", value = "two-askers@interleaved", about = "two askers in turn, none waiting for a reply")
    void twoInterleaved_eachItsOwn(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.answered(hello.greetings().interleaved(2, 8));
    }

    @Case(clause = "HELLO-3", value = "askers@interleaved", about = "12 askers in turn, 8 times over, none waiting")
    void interleaved_eachItsOwn(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.answered(hello.greetings().interleaved(12, 8));
    }

    @Case(
            clause = "HELLO-3",
            value = "askers@reordered",
            about = "8 askers in turn, whose requests overtake each other")
    void reordered_eachItsOwn(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.answered(hello.greetings().interleaved(8, 4));
    }

    @Case(clause = "HELLO-3", value = "askers@duplicated", about = "8 askers in turn, whose requests arrive repeatedly")
    void duplicated_eachItsOwn(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.answered(hello.greetings().interleaved(8, 4));
    }
}
