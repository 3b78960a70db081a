package io.github.sockspec.suite.hello;

import io.github.sockspec.conversation.Greetings;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Datagrams;
import io.github.sockspec.suite.Trial;

/** Hello, of no use to somebody who forges the sender's address. When one of these fails: what is sent, and how often? */
final class HelloBounded {
    @Case(clause = "HELLO-6", value = "plain@as-sent", about = "one request: no more than one datagram")
    void request_oneDatagramAtMost(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.bounded(hello.greetings().plain());
    }

    @Case(clause = "HELLO-6", value = "burst@as-sent", about = "100 askers at once: no more than one datagram for each")
    void burst_oneDatagramEachAtMost(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.bounded(hello.greetings().burst(100));
    }

    @Case(clause = "HELLO-6", value = "burst@duplicated", about = "no more datagrams than copies arrived")
    void duplicated_oneDatagramEachAtMost(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.bounded(hello.greetings().burst(32));
    }

    @Case(
            clause = "HELLO-6",
            value = "sizes@as-sent",
            about = "0 to 65,507 bytes: no more than one datagram, and no longer one where it had more than two bytes")
    void sizes_noLongerReply(Trial trial) {
        Datagrams.of(trial).bounded(Greetings.sizes());
    }

    @Case(clause = "HELLO-6", value = "arbitrary@as-sent", about = "arbitrary bytes, from a seed: no amplification")
    void arbitrary_noLongerReply(Trial trial) {
        Datagrams.of(trial)
                .bounded(Greetings.arbitrary(
                        trial.sampling().seed(), trial.sampling().size()));
    }

    /** When it fails: does it answer its own reply? Two such servers would never stop. */
    @Case(clause = "HELLO-6", value = "lookalikes@as-sent", about = "nearly the request, and the reply itself")
    void lookalikes_noLongerReply(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.bounded(hello.greetings().lookalikes());
    }
}
