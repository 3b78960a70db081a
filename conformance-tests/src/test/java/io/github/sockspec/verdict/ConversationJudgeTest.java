package io.github.sockspec.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Conversation.Turn;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each judgement beside one that is nearly the same and holds. */
class ConversationJudgeTest {
    private static final Bytes ASK = Bytes.utf8("ask\n");
    private static final Conversation ONE = Conversation.of("one", turn("ask\n", "yes"));
    private static final Conversation TWO = Conversation.of("two", turn("ask\n", "yes"), turn("again\n", "no"));
    private static final Delivery WHOLE = Delivery.of(List.of(4));
    private static final Delivery WHOLE_TWO = Delivery.of(List.of(4, 6));
    private static final Ending HALF = new Ending(Ending.How.HALF_CLOSE, Ending.When.AFTER_READ);

    private static Turn turn(String says, String hears) {
        return Turn.of(Bytes.utf8(says), Reply.exactly(Bytes.utf8(hears)));
    }

    /** Facts in order, offsets counted as the wire counts them. */
    private static final class Seen {
        private final List<Fact> facts = new ArrayList<>();
        private int sent;
        private int received;

        private Duration now() {
            return Duration.ofMillis(facts.size());
        }

        Seen sent(String bytes) {
            facts.add(new Fact.Sent(now(), sent, Bytes.utf8(bytes)));
            sent += bytes.length();
            return this;
        }

        Seen received(String bytes) {
            facts.add(new Fact.Received(now(), received, Bytes.utf8(bytes)));
            received += bytes.length();
            return this;
        }

        Seen fin() {
            facts.add(new Fact.PeerFinished(now()));
            return this;
        }

        Seen rst() {
            facts.add(new Fact.PeerReset(now()));
            return this;
        }

        Seen quiet() {
            facts.add(new Fact.Quiet(now(), Duration.ofMillis(300)));
            return this;
        }

        Seen ended() {
            return and(new Fact.Ended(now(), "half-close"));
        }

        Observation observed() {
            return new Observation(facts);
        }

        Seen and(Fact fact) {
            facts.add(fact);
            return this;
        }

        Finding judged(Conversation conversation, Delivery delivery) {
            return ConversationJudge.judge(conversation, delivery, new Observation(facts));
        }
    }

    private static Seen seen() {
        return new Seen();
    }

    private static void holds(Finding finding) {
        assertEquals(Finding.HOLDS, finding);
    }

    private static Finding.Broken broken(String reason, Finding finding) {
        Finding.Broken broken = assertInstanceOf(Finding.Broken.class, finding);
        assertEquals(reason, broken.reason());
        return broken;
    }

    private static final String WRONG = "the answer to message 1 is not right: ";

    @Test
    void judge_rightAnswer_holds() {
        holds(seen().sent("ask\n").received("yes").fin().judged(ONE, WHOLE));
    }

    @Test
    void judge_rightAnswerInPieces_holds() {
        holds(seen().sent("ask\n").received("y").received("es").judged(ONE, WHOLE));
    }

    @Test
    void judge_wrongByte_pointsAtIt() {
        Finding.Broken broken = broken(
                WRONG + "byte 2 of the reply differs",
                seen().sent("ask\n").received("yep").judged(ONE, WHOLE));
        assertEquals(2, broken.actual().wrongAt());
        assertEquals("\"yes\"", broken.expected().text());
        assertEquals("\"yep\"", broken.actual().text());
        assertEquals(Bytes.utf8("yep"), broken.actual().stream());
    }

    @Test
    void judge_finInsideAnswer_isClosed() {
        Finding.Broken broken = broken(
                WRONG + "the connection was closed (FIN) after 2 bytes",
                seen().sent("ask\n").received("ye").fin().judged(ONE, WHOLE));
        assertEquals(2, broken.actual().wrongAt());
    }

    @Test
    void judge_rstInsideAnswer_isReset() {
        broken(
                WRONG + "the connection was reset (RST) after 2 bytes",
                seen().sent("ask\n").received("ye").rst().judged(ONE, WHOLE));
    }

    @Test
    void judge_rstInsteadOfAnswer_saysNothingCame() {
        Finding.Broken broken = broken(
                WRONG + "the connection was reset (RST) after 0 bytes",
                seen().sent("ask\n").rst().judged(ONE, WHOLE));
        assertEquals("nothing", broken.actual().text());
        assertEquals(0, broken.actual().wrongAt());
    }

    @Test
    void judge_rstAfterTheAnswer_holds() {
        holds(seen().sent("ask\n").received("yes").rst().judged(ONE, WHOLE));
    }

    @Test
    void judge_silenceInsideAnswer_saysHowLong() {
        broken(
                WRONG + "nothing more came for 300 ms",
                seen().sent("ask\n").received("ye").quiet().judged(ONE, WHOLE));
    }

    @Test
    void judge_unreadMessage_saysSo() {
        broken(
                WRONG + "what was sent was not read for 300 ms",
                seen().and(new Fact.Unread(Duration.ZERO, 0, Duration.ofMillis(300)))
                        .judged(Conversation.of("x", turn("ask\n", "yes")), WHOLE));
    }

    @Test
    void judge_flood_isNoRightAnswer() {
        broken(
                WRONG + "the program sent without end",
                seen().sent("ask\n")
                        .received("ye")
                        .and(new Fact.Flooded(Duration.ZERO, 1))
                        .judged(ONE, WHOLE));
    }

    @Test
    void judge_refusedConnection_saysWhy() {
        Finding.Broken broken = broken(
                "the connection was refused",
                seen().and(new Fact.Refused(Duration.ZERO, "Connection refused"))
                        .judged(ONE, WHOLE));
        assertEquals("Connection refused", broken.actual().text());
        assertEquals(-1, broken.actual().wrongAt());
    }

    @Test
    void judge_answerBeforeTheMessageWasWhole_isEarly() {
        Delivery cut = Delivery.of(List.of(2, 2));
        Finding.Broken broken = broken(
                "message 1 was answered before it was complete",
                seen().sent("as").received("yes").sent("k\n").judged(ONE, cut));
        assertEquals(
                "no answer before all of \"ask\\n\" was sent", broken.expected().text());
        holds(seen().sent("as").sent("k\n").received("yes").judged(ONE, cut));
    }

    @Test
    void judge_secondAnswerBeforeTheSecondMessage_isEarly() {
        broken(
                "message 2 was answered before it was complete",
                seen().sent("ask\n").received("yesno").sent("again\n").judged(TWO, WHOLE_TWO));
        holds(seen().sent("ask\n")
                .received("yes")
                .sent("again\n")
                .received("no")
                .judged(TWO, WHOLE_TWO));
    }

    @Test
    void judge_joinedMessages_mayBeAnsweredTogether() {
        holds(seen().sent("ask\nagain\n").received("yesno").judged(TWO, Delivery.of(List.of(10))));
    }

    @Test
    void judge_joinedMessagesAnsweredOnce_namesTheSecond() {
        broken(
                "the answer to message 2 is not right: nothing more came for 300 ms",
                seen().sent("ask\nagain\n").received("yes").quiet().judged(TWO, Delivery.of(List.of(10))));
    }

    @Test
    void judge_moreThanWasAskedFor_isTooMuch() {
        Finding.Broken broken = broken(
                "more came than was asked for",
                seen().sent("ask\n").received("yesyes").fin().judged(ONE, WHOLE));
        assertEquals(3, broken.actual().wrongAt());
        assertEquals("\"yes\"", broken.actual().text());
    }

    @Test
    void judge_moreBehindAnAnswerLeftOpen_holds() {
        Conversation open =
                Conversation.of("open", Turn.of(ASK, Reply.oneOf(Reply.exactly(Bytes.utf8("no")), Reply.closed())));
        holds(seen().sent("ask\n").received("nono").fin().judged(open, WHOLE));
        holds(seen().sent("ask\n").fin().judged(open, WHOLE));
        broken(
                WRONG + "byte 0 of the reply differs",
                seen().sent("ask\n").received("yes").judged(open, WHOLE));
    }

    @Test
    void judge_noAnswerAwaited_anythingHolds() {
        Conversation none = Conversation.of("none", Turn.of(ASK, Reply.nothing()));
        holds(seen().sent("ask\n").judged(none, WHOLE));
        holds(seen().sent("ask\n").received("whatever").judged(none, WHOLE));
    }

    @Test
    void judge_incompleteRequestAnswered_isWrong() {
        Delivery half = Delivery.of(List.of(2)).ending(HALF);
        Finding.Broken broken = broken(
                "an incomplete request was answered",
                seen().sent("as").received("no").fin().judged(ONE, half));
        assertEquals("no answer to \"ask\\n\" cut short", broken.expected().text());
        holds(seen().sent("as").fin().judged(ONE, half));
        holds(seen().sent("as").rst().judged(ONE, half));
    }

    @Test
    void judge_incompleteSecondRequest_firstMustBeAnswered() {
        Delivery half = Delivery.of(List.of(4, 3)).ending(HALF);
        holds(seen().sent("ask\n").received("yes").sent("aga").fin().judged(TWO, half));
        broken(
                "an incomplete request was answered",
                seen().sent("ask\n").received("yes").sent("aga").received("no").judged(TWO, half));
        broken(
                WRONG + "the connection was closed (FIN) after 0 bytes",
                seen().sent("ask\n").sent("aga").fin().judged(TWO, half));
    }

    @Test
    void judge_halfClosedClient_mustBeAnswered() {
        Delivery half = WHOLE.ending(HALF);
        holds(seen().sent("ask\n").received("yes").fin().judged(ONE, half));
        broken(
                WRONG + "the connection was closed (FIN) after 0 bytes",
                seen().sent("ask\n").fin().judged(ONE, half));
    }

    @Test
    void judge_clientThatLeft_isOwedNothing() {
        for (Ending.How how : List.of(Ending.How.FIN, Ending.How.RST)) {
            Delivery left = WHOLE.ending(new Ending(how, Ending.When.AFTER_READ));
            holds(seen().sent("ask\n").rst().judged(ONE, left));
            holds(seen().sent("ask\n").received("no").judged(ONE, left));
        }
    }

    @Test
    void judge_closeAwaited_openIsWrong() {
        Conversation exit = Conversation.of("exit", Turn.of(ASK, Reply.closed()));
        holds(seen().sent("ask\n").fin().judged(exit, WHOLE));
        holds(seen().sent("ask\n").rst().judged(exit, WHOLE));
        broken(
                WRONG + "nothing more came for 300 ms",
                seen().sent("ask\n").quiet().judged(exit, WHOLE));
        broken(
                WRONG + "bytes came where the connection had to end",
                seen().sent("ask\n").received("bye").fin().judged(exit, WHOLE));
    }

    @Test
    void judge_moreBeforeThisSidesEnd_isMoreThanWasAskedFor() {
        Finding.Broken broken = broken(
                "more came than was asked for",
                seen().sent("ask\n").received("yes!").ended().fin().judged(ONE, WHOLE));
        assertEquals(3, broken.actual().wrongAt());
    }

    @Test
    void judge_moreBehindThisSidesEnd_isNotTheConversationsMatter() {
        Seen seen = seen().sent("ask\n").received("yes").ended().received("yes").fin();
        holds(seen.judged(ONE, WHOLE));
        assertEquals(Bytes.utf8("yes"), ConversationJudge.behindEnd(ONE, seen.observed()));
    }

    @Test
    void behindEnd_answerOwedUnderAHalfClose_isNotCounted() {
        Seen seen = seen().sent("ask\n").ended().received("yesno").fin();
        assertEquals(Bytes.utf8("no"), ConversationJudge.behindEnd(ONE, seen.observed()));
        assertEquals(
                Bytes.EMPTY,
                ConversationJudge.behindEnd(
                        ONE, seen().sent("ask\n").ended().received("yes").fin().observed()));
    }

    @Test
    void behindEnd_answersNotKnownBeforehand_nothing() {
        Conversation free = Conversation.of("free", Turn.of(ASK, Reply.nothing()));
        Seen seen = seen().sent("ask\n").ended().received("whatever").fin();
        assertEquals(Bytes.EMPTY, ConversationJudge.behindEnd(free, seen.observed()));
    }

    @Test
    void nothingBehindEnd_silence_holds() {
        holds(ConversationJudge.nothingBehindEnd(
                ONE, seen().sent("ask\n").received("yes").ended().fin().observed()));
    }

    @Test
    void nothingBehindEnd_moreBehindTheEnd_pointsAtIt() {
        Finding.Broken broken = broken(
                "after the client's end of stream more was sent than the answers that are owed",
                ConversationJudge.nothingBehindEnd(
                        ONE,
                        seen().sent("ask\n")
                                .received("yes\n")
                                .ended()
                                .received("no")
                                .observed()));
        assertEquals(4, broken.actual().wrongAt());
        assertEquals("\"no\"", broken.actual().text());
    }

    @Test
    void nothingBehindEnd_answerNotRight_isUndecided() {
        assertInstanceOf(
                Finding.Undecided.class,
                ConversationJudge.nothingBehindEnd(
                        ONE,
                        seen().sent("ask\n")
                                .received("yep")
                                .ended()
                                .received("no")
                                .observed()));
    }

    @Test
    void nothingBehindEnd_machineTooSlowForThePause_isUndecided() {
        Fact.Slipped slipped = new Fact.Slipped(Duration.ZERO, Duration.ofMillis(700), Duration.ofMillis(900), 1);
        assertInstanceOf(
                Finding.Undecided.class,
                ConversationJudge.nothingBehindEnd(
                        ONE,
                        seen().sent("ask\n")
                                .received("yes")
                                .and(slipped)
                                .ended()
                                .received("no")
                                .observed()));
    }

    @Test
    void judge_secondAnswerEarly_isSeenBehindAFirstInTime() {
        broken(
                "message 2 was answered before it was complete",
                seen().sent("ask\n")
                        .received("yes")
                        .sent("aga")
                        .received("no")
                        .sent("in\n")
                        .judged(TWO, Delivery.of(List.of(4, 3, 3))));
        broken(
                "message 2 was answered before it was complete",
                seen().sent("ask\n").received("yesno").sent("again\n").judged(TWO, WHOLE_TWO));
    }
}
