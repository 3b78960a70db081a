package io.github.sockspec.suite.hello;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Greetings;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Datagrams;
import io.github.sockspec.suite.Trial;
import java.util.List;

/** Hello, with datagrams that ask nothing and askers that are gone. */
final class HelloSurvives {
    /** When it fails: is an empty datagram taken for the end of something? */
    @Case(clause = "HELLO-4", value = "empty@as-sent", about = "a datagram without a byte; another asker is answered")
    void empty_servesOthers(Trial trial) {
        Datagrams.of(trial).survives(List.of(Bytes.EMPTY));
    }

    @Case(
            clause = "HELLO-4",
            value = "largest@as-sent",
            about = "65,507 bytes in one datagram; another asker is answered")
    void largest_servesOthers(Trial trial) {
        Datagrams.of(trial).survives(List.of(Bytes.repeat(Bytes.utf8("a"), Greetings.LARGEST)));
    }

    @Case(
            clause = "HELLO-4",
            value = "sizes@as-sent",
            about = "0, 1, 2, 3, 1472, 1473, 8192 and 65,507 bytes; after each another asker is answered")
    void sizes_serveOthers(Trial trial) {
        Datagrams.of(trial).survives(Greetings.sizes());
    }

    /** When it fails: are the bytes decoded as text without a thought for what is none? */
    @Case(
            clause = "HELLO-4",
            value = "arbitrary@as-sent",
            about = "datagrams of arbitrary bytes, from a seed; after each another asker is answered")
    void arbitrary_serveOthers(Trial trial) {
        Datagrams.of(trial)
                .survives(Greetings.arbitrary(
                        trial.sampling().seed(), trial.sampling().size()));
    }

    @Case(
            clause = "HELLO-4",
            value = "lookalikes@as-sent",
            about = "datagrams that are nearly the request, and the reply itself; after each another asker is answered")
    void lookalikes_serveOthers(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.survives(hello.greetings().lookalikes());
    }

    /** When it fails: is an error of the last reply, reported on the next call, the end of the loop? */
    @Case(
            clause = "HELLO-5",
            value = "departed@as-sent",
            about = "an asker whose port is gone when it is answered; another asker is answered")
    void departed_servesOthers(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.survives(hello.greetings().departed(1), "after an asker whose port was gone");
    }

    @Case(
            clause = "HELLO-5",
            value = "many-departed@as-sent",
            about = "100 askers whose ports are gone when they are answered; another asker is answered")
    void manyDeparted_servesOthers(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.survives(hello.greetings().departed(100), "after 100 askers whose ports were gone");
    }

    @Case(
            clause = "HELLO-5",
            value = "departed@interleaved",
            about = "of 100 askers every second one is gone when it is answered; another asker is answered")
    void everySecondDeparted_servesOthers(Trial trial) {
        Datagrams hello = Datagrams.of(trial);
        hello.survives(hello.greetings().everySecondDeparted(100), "after 50 askers of 100 whose ports were gone");
    }
}
