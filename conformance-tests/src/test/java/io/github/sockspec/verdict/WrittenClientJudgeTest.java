package io.github.sockspec.verdict;

import static io.github.sockspec.verdict.ClientJudgeTest.asked;
import static io.github.sockspec.verdict.ClientJudgeTest.assertBroken;
import static io.github.sockspec.verdict.ClientJudgeTest.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Due;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.conversation.ServerPart.Exchange;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.observation.ProgramRun.Fate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is asked of clients whose protocol is written down. */
class WrittenClientJudgeTest {
    @Test
    void leavesOrAsksAgain_anyEndOrAnotherConnection_holds() {
        for (ProgramRun right : List.of(
                run(Fate.EXITED, 1, "", ""),
                run(Fate.WAITED_FOR_INPUT, 0, "", ""),
                run(Fate.KILLED, 128 + 13, "", ""),
                run(Fate.CONNECTED_AGAIN, -1, "", ""))) {
            assertEquals(Finding.HOLDS, ClientJudge.leavesOrAsksAgain("after this", right));
        }
    }

    @Test
    void leavesOrAsksAgain_hangOrCrash_broken() {
        for (ProgramRun wrong :
                List.of(run(Fate.HANGS, -1, "", ""), run(Fate.SPINS, -1, "", ""), run(Fate.KILLED, 128 + 11, "", ""))) {
            assertTrue(ClientJudge.leavesOrAsksAgain("after this", wrong) instanceof Finding.Broken);
        }
    }

    @Test
    void keepsNot_growthByWhatItWasSent_broken() {
        assertEquals(Finding.HOLDS, ClientJudge.keepsNot(64L << 20, holding(10), holding(73)));
        assertEquals(Finding.HOLDS, ClientJudge.keepsNot(200L << 20, holding(10), holding(110)));
        assertTrue(ClientJudge.keepsNot(64L << 20, holding(10), holding(75)) instanceof Finding.Broken);
        assertTrue(ClientJudge.keepsNot(64L << 20, holding(0), holding(75)) instanceof Finding.Undecided);
    }

    private static ProgramRun holding(int mebibytes) {
        return new ProgramRun(
                Fate.EXITED, 0, Bytes.EMPTY, Bytes.EMPTY, Duration.ZERO, Duration.ZERO, (long) mebibytes << 20);
    }

    private static ServerPart keeping() {
        Reply id = Reply.inOrder(List.of(Reply.any(2, "id"), Reply.exactly(Bytes.utf8("\n"))));
        Reply same = Reply.inOrder(List.of(Reply.kept("id", 2), Reply.exactly(Bytes.utf8("\n"))));
        return new ServerPart(
                "keeping",
                List.of(
                        Exchange.of(List.of(), id, Bytes.utf8("ok\n")),
                        Exchange.of(List.of(), same, Bytes.utf8("ok\n"))),
                List.of(),
                Bytes.EMPTY,
                ServerPart.After.KEEPS,
                Due.NOTHING);
    }

    @Test
    void works_whatItSaysAgain_isWhatItSaidBefore() {
        ProgramRun run = run(Fate.EXITED, 0, "", "");
        assertEquals(Finding.HOLDS, ClientJudge.works(keeping(), asked("42\n42\n"), run));
        assertBroken("what it sent is not the request", ClientJudge.works(keeping(), asked("42\n17\n"), run));
    }
}
