package io.github.sockspec.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Conversation.Turn;
import io.github.sockspec.conversation.Due;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.conversation.ServerPart.Exchange;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.observation.ProgramRun;
import io.github.sockspec.observation.ProgramRun.Fate;
import io.github.sockspec.verdict.PairJudge.Requests;
import io.github.sockspec.verdict.PairJudge.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairJudgeTest {
    private static final Duration NOW = Duration.ZERO;
    private static final Fact FIN = new Fact.PeerFinished(NOW);
    private static final Fact RST = new Fact.PeerReset(NOW);
    private static final Fact ENDED = new Fact.Ended(NOW, "half-close");
    private static final Fact QUIET = new Fact.Quiet(NOW, Duration.ofSeconds(4));
    private static final Conversation ASKED = Conversation.of("two", turn("one\n", "yes\n"), turn("two\n", "no\n"));
    private static final ServerPart ANSWERED = new ServerPart(
            "two",
            List.of(exchange("one\n", "yes\n"), exchange("two\n", "no\n")),
            List.of(),
            Bytes.EMPTY,
            ServerPart.After.KEEPS,
            Due.NOTHING);

    private static Turn turn(String says, String hears) {
        return Turn.of(Bytes.utf8(says), Reply.exactly(Bytes.utf8(hears)));
    }

    private static Exchange exchange(String asks, String says) {
        return Exchange.of(List.of(asks.strip()), Reply.exactly(Bytes.utf8(asks)), Bytes.utf8(says))
                .printing(List.of(Bytes.utf8(says)));
    }

    private static Observation side(String received, Fact... more) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact.Connected(NOW));
        facts.add(new Fact.Received(NOW, 0, Bytes.utf8(received)));
        facts.addAll(List.of(more));
        return new Observation(facts);
    }

    private static PairJudge.Blame judge(Observation client, Observation server, String printed) {
        return judge(Requests.END_THEMSELVES, client, server, printed);
    }

    private static PairJudge.Blame judge(Requests requests, Observation client, Observation server, String printed) {
        ProgramRun run = new ProgramRun(
                Fate.EXITED, 0, Bytes.utf8(printed), Bytes.EMPTY, Duration.ofMillis(5), Duration.ZERO, 0);
        return PairJudge.judge(new PairJudge.Terms(ASKED, ANSWERED, requests), client, server, run);
    }

    private static Finding.Broken blames(Side side, String reason, PairJudge.Blame blame) {
        assertEquals(side, blame.side());
        Finding.Broken broken = assertInstanceOf(Finding.Broken.class, blame.finding());
        assertEquals(reason, broken.reason());
        return broken;
    }

    @Test
    void judge_askedAnsweredAndPrinted_nobody() {
        PairJudge.Blame blame = judge(side("one\ntwo\n", FIN), side("yes\nno\n"), "yes\nno\n");
        assertEquals(Side.NOBODY, blame.side());
        assertEquals(Finding.HOLDS, blame.finding());
    }

    @Test
    void judge_printedWrong_client() {
        assertEquals(
                Side.CLIENT,
                judge(side("one\ntwo\n"), side("yes\nno\n"), "yes\n").side());
    }

    @Test
    void judge_secondNeverAsked_client() {
        blames(
                Side.CLIENT,
                "it did not go on to ask \"two\\n\": it ended with status 0",
                judge(side("one\n", FIN), side("yes\n"), "yes\n"));
    }

    @Test
    void judge_answeredBeforeItWasAsked_server() {
        Finding.Broken broken = blames(
                Side.SERVER,
                "it answered \"no\\n\" before message 2 was asked",
                judge(side("one\n"), side("yes\nno\n"), "yes\n"));
        assertEquals(4, broken.actual().wrongAt());
    }

    @Test
    void judge_wrongAnswer_serverAndWhere() {
        Finding.Broken broken = blames(
                Side.SERVER,
                "its answer to message 2 is not right: byte 2 of the reply differs",
                judge(side("one\ntwo\n"), side("yes\nnow"), "yes\n"));
        assertEquals(6, broken.actual().wrongAt());
        assertEquals("\"now\"", broken.actual().text());
    }

    @Test
    void judge_noAnswer_serverSaidNothing() {
        Finding.Broken broken = blames(
                Side.SERVER,
                "its answer to message 2 is not right: nothing more came",
                judge(side("one\ntwo\n", QUIET), side("yes\n"), "yes\n"));
        assertEquals("nothing", broken.actual().text());
    }

    @Test
    void judge_serverEndedFirst_server() {
        assertEquals(
                Side.SERVER,
                judge(side("one\ntwo\n", FIN), side("yes\n", FIN, ENDED), "yes\n")
                        .side());
        assertEquals(
                Side.SERVER,
                judge(side("one\ntwo\n", RST), side("yes\n", RST), "yes\n").side());
    }

    @Test
    void judge_clientLeftFirst_client() {
        blames(
                Side.CLIENT,
                "it left before the answer to message 2: it ended with status 0",
                judge(side("one\ntwo\n", FIN), side("yes\n", ENDED, FIN), "yes\n"));
    }

    @Test
    void judge_clientLeftWithinAnAnswer_client() {
        assertEquals(
                Side.CLIENT,
                judge(side("one\ntwo\n", RST), side("yes\nn", ENDED), "yes\n").side());
    }

    @Test
    void judge_clientLeftOnlyAfterTheSilence_server() {
        assertEquals(
                Side.SERVER,
                judge(side("one\ntwo\n", QUIET, FIN), side("yes\n", ENDED), "yes\n")
                        .side());
    }

    @Test
    void judge_clientLeftButAnswerWasWrong_server() {
        assertEquals(
                Side.SERVER,
                judge(side("one\ntwo\n", FIN), side("yes\nXX", ENDED), "yes\n").side());
    }

    private static Fact sent(int offset, String bytes) {
        return new Fact.Sent(NOW, offset, Bytes.utf8(bytes));
    }

    private static Fact received(int offset, String bytes) {
        return new Fact.Received(NOW, offset, Bytes.utf8(bytes));
    }

    /** A client that takes the first piece of an answer for the whole, and so has its next two requests joined. */
    @Test
    void judge_askedAheadWhereNothingEndsARequest_client() {
        Observation ahead = side("one\n", sent(0, "y"), received(4, "two\n"), sent(1, "es\n"));
        blames(
                Side.CLIENT,
                "it sent \"two\\n\" before it had the whole answer to message 1: in this dialect nothing but the answer"
                        + " parts two requests",
                judge(Requests.WAIT_FOR_THE_ANSWER, ahead, side("yes\n", FIN), "yes\n"));
        blames(
                Side.CLIENT,
                "it sent \"two\\n\" before it had the whole answer to message 1: in this dialect nothing but the answer"
                        + " parts two requests",
                judge(Requests.WAIT_FOR_THE_ANSWER, side("one\ntwo\n", QUIET), side("", QUIET), ""));
    }

    @Test
    void judge_askedAheadWhereRequestsEnd_server() {
        Observation ahead = side("one\n", sent(0, "y"), received(4, "two\n"), sent(1, "es\n"));
        assertEquals(Side.SERVER, judge(ahead, side("yes\n", FIN), "yes\n").side());
    }

    @Test
    void judge_askedInTurnWhereNothingEndsARequest_nobodyOrServer() {
        Observation inTurn = side("one\n", sent(0, "y"), sent(1, "es\n"), received(4, "two\n"), sent(4, "no\n"));
        assertEquals(
                Side.NOBODY,
                judge(Requests.WAIT_FOR_THE_ANSWER, inTurn, side("yes\nno\n"), "yes\nno\n")
                        .side());
        Observation afterAWrongAnswer = side("one\n", sent(0, "yxs\n"), received(4, "two\n"), sent(4, "no\n"));
        assertEquals(
                Side.SERVER,
                judge(Requests.WAIT_FOR_THE_ANSWER, afterAWrongAnswer, side("yxs\nno\n"), "yxs\n")
                        .side());
    }

    /** A server that answers the end of the stream, for ever: its client left too early all the same. */
    @Test
    void judge_moreAfterTheEndOfTheRequests_client() {
        Observation goesOn = side("yes\n", ENDED, received(4, "no\nno\n"));
        blames(
                Side.CLIENT,
                "it did not go on to ask \"two\\n\": it ended with status 0",
                judge(side("one\n", FIN), goesOn, "yes\n"));
    }
}
