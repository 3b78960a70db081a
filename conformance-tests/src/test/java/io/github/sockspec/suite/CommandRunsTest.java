package io.github.sockspec.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Conversation.Turn;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.protocol.ReplyFrame;
import io.github.sockspec.protocol.SizePrefix;
import io.github.sockspec.verdict.Finding;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandRunsTest {
    private static final Bytes ASK = Bytes.utf8("wc -l <runs\n");
    private static final Conversation COUNT = Conversation.of(
            "run-once", Turn.of(ASK, Reply.exactly(Bytes.utf8("00000002").plus(Bytes.utf8("1\n")))));
    private static final Finding UNANSWERED = new Finding.Undecided("this machine was too slow");
    private static final Finding.Broken WRONG = Finding.Broken.of("wrong", "a", "b");

    private final CommandRuns runs = new CommandRuns(new ReplyFrame.Sized(new SizePrefix.Ascii(8, 0)), COUNT);

    private static Observation counted(String reply) {
        return new Observation(List.of(
                new Fact.Sent(Duration.ZERO, 0, ASK),
                new Fact.Received(Duration.ofMillis(1), 0, Bytes.utf8(reply)),
                new Fact.PeerFinished(Duration.ofMillis(2))));
    }

    @Test
    void judged_oneLine_holds() {
        assertEquals(Finding.HOLDS, runs.judged(Finding.HOLDS, counted("000000021\n")));
        assertEquals(Finding.HOLDS, runs.judged(Finding.HOLDS, counted("00000009       1\n")));
    }

    @Test
    void judged_moreLinesOrNone_isBrokenAndSaysHowMany() {
        assertEquals(
                Finding.Broken.of("the command was answered, but not run once", "run 1 time", "run 2 times"),
                runs.judged(Finding.HOLDS, counted("000000022\n")));
        assertInstanceOf(Finding.Broken.class, runs.judged(Finding.HOLDS, counted("000000020\n")));
    }

    @Test
    void judged_noNumber_isUndecided() {
        for (String reply : List.of("", "0000002", "00000005oops\n", "000000021")) {
            assertInstanceOf(Finding.Undecided.class, runs.judged(Finding.HOLDS, counted(reply)), reply);
        }
    }

    @Test
    void judged_wrongAnswer_isWhatCounts() {
        assertEquals(WRONG, runs.judged(WRONG, counted("000000021\n")));
    }

    @Test
    void judged_behindOneThatWasNotAnswered_blamesNobodyForItsRun() {
        assertEquals(UNANSWERED, runs.judged(UNANSWERED, counted("000000020\n")));
        assertInstanceOf(Finding.Undecided.class, runs.judged(Finding.HOLDS, counted("000000022\n")));
        assertInstanceOf(Finding.Broken.class, runs.judged(Finding.HOLDS, counted("000000022\n")));
    }
}
