package io.github.sockspec.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.observation.ProgramRun.Fate;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskerJudgeTest {
    private static final String HOST = "127.0.0.1";

    private static ProgramRun run(Fate fate, int status, String output) {
        return new ProgramRun(
                fate, status, Bytes.utf8(output), Bytes.EMPTY, Duration.ofMillis(2000), Duration.ZERO, 10L << 20);
    }

    private static Finding greets(ProgramRun run, String... asked) {
        Observation seen = new Observation(Arrays.stream(asked)
                .map(each -> (Fact) new Fact.Received(Duration.ZERO, 0, Bytes.utf8(each)))
                .toList());
        return AskerJudge.answered(
                new AskerJudge.Said(
                        Dialect.reference(Protocol.required("hello")), List.of(HOST), Bytes.utf8("stranger")),
                seen,
                run);
    }

    private static Finding.Broken broken(String reason, Finding finding) {
        Finding.Broken broken = assertInstanceOf(Finding.Broken.class, finding);
        assertEquals(reason, broken.reason());
        return broken;
    }

    @Test
    void greets_askedAndPrintedBoth_holds() {
        assertEquals(Finding.HOLDS, greets(run(Fate.EXITED, 0, "hi from 127.0.0.1:9000\n"), "hello"));
    }

    @Test
    void greets_askedAgain_holds() {
        assertEquals(Finding.HOLDS, greets(run(Fate.EXITED, 0, "127.0.0.1 hi\n"), "hello", "hello"));
    }

    @Test
    void greets_askedNothing_saysWhatItDidInstead() {
        Finding.Broken broken =
                broken("it asked nothing: it ended with status 0", greets(run(Fate.EXITED, 0, "hi 127.0.0.1")));
        assertEquals("\"hello\"", broken.expected().text());
        assertEquals("nothing", broken.actual().text());
    }

    @Test
    void greets_otherWordsTheSecondTime_broken() {
        Finding.Broken broken = broken(
                "what it sent is not the question", greets(run(Fate.EXITED, 0, "hi 127.0.0.1"), "hello", "hell"));
        assertEquals("\"hell\"", broken.actual().text());
        assertEquals(0, broken.actual().wrongAt());
    }

    @Test
    void greets_strangerPrinted_pointsAtIt() {
        Finding.Broken broken = broken(
                "it took a stranger's datagram for the answer",
                greets(run(Fate.EXITED, 0, "hi 127.0.0.1 stranger"), "hello"));
        assertEquals(13, broken.actual().wrongAt());
    }

    @Test
    void greets_strangerPrintedFirst_broken() {
        assertEquals(
                0,
                broken(
                                "it took a stranger's datagram for the answer",
                                greets(run(Fate.EXITED, 0, "stranger hi 127.0.0.1"), "hello"))
                        .actual()
                        .wrongAt());
    }

    @Test
    void greets_otherStatus_saysHowOftenItAsked() {
        broken(
                "it asked just once, and it ended with status 3 (hi 127.0.0.1)",
                greets(run(Fate.EXITED, 3, "hi 127.0.0.1"), "hello"));
        broken(
                "it asked 2 times, and it ended with status 3 (hi 127.0.0.1)",
                greets(run(Fate.EXITED, 3, "hi 127.0.0.1"), "hello", "hello"));
    }

    @Test
    void greets_replyNotPrinted_broken() {
        assertEquals(
                9,
                broken("it did not print the reply", greets(run(Fate.EXITED, 0, "127.0.0.1"), "hello"))
                        .actual()
                        .wrongAt());
    }

    @Test
    void greets_senderNotPrinted_broken() {
        assertEquals(
                "\"127.0.0.1\"",
                broken("it did not print who sent it", greets(run(Fate.EXITED, 0, "hi"), "hello"))
                        .expected()
                        .text());
    }

    @Test
    void greets_senderInAnotherForm_holds() {
        Observation seen = new Observation(List.of(new Fact.Received(Duration.ZERO, 0, Bytes.utf8("hello"))));
        for (String form : List.of("::1", "0:0:0:0:0:0:0:1")) {
            assertEquals(
                    Finding.HOLDS,
                    AskerJudge.answered(
                            new AskerJudge.Said(
                                    Dialect.reference(Protocol.required("hello")),
                                    List.of("::1", "0:0:0:0:0:0:0:1"),
                                    Bytes.utf8("stranger")),
                            seen,
                            run(Fate.EXITED, 0, "hi " + form)));
        }
    }
}
