package io.github.sockspec.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.DatagramConversation;
import io.github.sockspec.conversation.DatagramMessages;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatagramJudgeTest {
    private static final Duration AT = Duration.ofMillis(1);
    private static final String SERVER = "127.0.0.1:9000";
    private static final DatagramMessages GREETINGS =
            DatagramMessages.in(Dialect.reference(Protocol.required("hello")));

    private static Fact asked(int asker, String datagram) {
        return new Fact.Datagram.Asked(AT, asker, SERVER, Bytes.utf8(datagram));
    }

    private static Fact replied(int asker, String datagram) {
        return new Fact.Datagram.Replied(AT, asker, SERVER, Bytes.utf8(datagram));
    }

    private static Observation seen(Fact... facts) {
        return new Observation(List.of(facts));
    }

    private static String brokenBy(Finding finding) {
        return assertInstanceOf(Finding.Broken.class, finding).reason();
    }

    @Test
    void answered_oneReplyForEach_holds() {
        Observation seen = seen(asked(0, "hello"), replied(0, "hi"), asked(1, "hello"), replied(1, "hi"));
        assertEquals(Finding.HOLDS, DatagramJudge.answered(GREETINGS.burst(2), seen));
    }

    @Test
    void answered_replyFromAnotherPort_broken() {
        Observation seen =
                seen(asked(0, "hello"), new Fact.Datagram.Replied(AT, 0, "127.0.0.1:9001", Bytes.utf8("hi")));
        assertEquals(
                "the reply came from another port than the one that was asked",
                brokenBy(DatagramJudge.answered(GREETINGS.plain(), seen)));
    }

    @Test
    void answered_wrongReply_pointsAtTheByte() {
        Observation seen = seen(asked(0, "hello"), replied(0, "ho"));
        Finding.Broken broken = assertInstanceOf(Finding.Broken.class, DatagramJudge.answered(GREETINGS.plain(), seen));
        assertEquals("the reply to \"hello\" is not right", broken.reason());
        assertEquals(1, broken.actual().wrongAt());
    }

    @Test
    void answered_repliesInOneDatagram_joined() {
        Observation seen = seen(asked(0, "hello"), asked(0, "hello"), replied(0, "hihi"));
        assertEquals(
                "several replies were joined into one datagram",
                brokenBy(DatagramJudge.answered(GREETINGS.repeated(2), seen)));
    }

    @Test
    void answered_replyToTheOtherAsker_misdirected() {
        Observation seen = seen(asked(0, "hello"), asked(1, "hello"), replied(1, "hi"), replied(1, "hi"));
        assertEquals(
                "a reply went to another asker than the one that asked",
                brokenBy(DatagramJudge.answered(GREETINGS.burst(2), seen)));
    }

    @Test
    void answered_twoForOne_tooMany() {
        Observation seen = seen(asked(0, "hello"), replied(0, "hi"), replied(0, "hi"));
        assertEquals(
                "more than one datagram was sent for one that was received",
                brokenBy(DatagramJudge.answered(GREETINGS.plain(), seen)));
    }

    @Test
    void answered_silence_namesHowLong() {
        Observation seen = seen(asked(0, "hello"), new Fact.Quiet(AT, Duration.ofSeconds(1)));
        assertEquals(
                "no reply came: nothing more came for 1000 ms",
                brokenBy(DatagramJudge.answered(GREETINGS.plain(), seen)));
    }

    @Test
    void answered_portGivenUp_saysSo() {
        Observation seen = seen(asked(0, "hello"), asked(1, "hello"), replied(0, "hi"), new Fact.Unbound(AT));
        assertEquals(
                "1 of 2 datagrams were not answered: the program has given up its port",
                brokenBy(DatagramJudge.answered(GREETINGS.burst(2), seen)));
    }

    /** What the kernel dropped is not the program's fault, as far as that goes. */
    @Test
    void answered_kernelDroppedAsMany_undecided() {
        Observation seen = seen(asked(0, "hello"), new Fact.Overrun(AT, 1));
        assertInstanceOf(Finding.Undecided.class, DatagramJudge.answered(GREETINGS.plain(), seen));
    }

    @Test
    void answered_kernelDroppedFewer_broken() {
        Observation seen = seen(asked(0, "hello"), asked(1, "hello"), new Fact.Overrun(AT, 1));
        assertInstanceOf(Finding.Broken.class, DatagramJudge.answered(GREETINGS.burst(2), seen));
    }

    /** What is lost or cut short on the way need not be answered; what arrives twice must be twice. */
    @Test
    void answered_asArrived_countsArrivals() {
        Observation seen =
                seen(asked(0, "hello"), asked(0, "hello"), asked(1, "he"), replied(0, "hi"), replied(0, "hi"));
        assertEquals(Finding.HOLDS, DatagramJudge.answered(GREETINGS.burst(3), seen));
    }

    @Test
    void answered_departedAsker_heldAgainstNobody() {
        Observation seen = seen(
                asked(0, "hello"), new Fact.Departed(AT, 0, Fact.How.CONFIRMED), asked(1, "hello"), replied(1, "hi"));
        assertEquals(Finding.HOLDS, DatagramJudge.answered(GREETINGS.departed(1).then(GREETINGS.probe()), seen));
    }

    @Test
    void served_othersUnanswered_holds() {
        Observation seen = seen(asked(0, "hello"), asked(1, "hello"), replied(1, "hi"), replied(1, "hi"));
        assertEquals(Finding.HOLDS, DatagramJudge.served(GREETINGS.plain().then(GREETINGS.probe()), seen));
    }

    /** Who comes last does not ask any more when those before him are not answered. */
    @Test
    void served_lastNeverGotToAsk_broken() {
        Observation seen = seen(asked(0, "hello"), new Fact.Unbound(AT));
        assertEquals(
                "no reply came: the program has given up its port",
                brokenBy(DatagramJudge.served(GREETINGS.plain().then(GREETINGS.probe()), seen)));
    }

    @Test
    void bounded_longerReply_broken() {
        DatagramConversation three = GREETINGS.of(Bytes.utf8("abc")).then(GREETINGS.probe());
        Observation seen = seen(asked(0, "abc"), replied(0, "abcd"), asked(1, "hello"), replied(1, "hi"));
        assertEquals("more bytes were sent than had been received", brokenBy(DatagramJudge.bounded(three, seen)));
    }

    /** The clause lets two bytes be answered with more. */
    @Test
    void bounded_longerReplyToTwoBytes_holds() {
        DatagramConversation two = GREETINGS.of(Bytes.utf8("ab")).then(GREETINGS.probe());
        Observation seen = seen(asked(0, "ab"), replied(0, "pong"), asked(1, "hello"), replied(1, "hi"));
        assertEquals(Finding.HOLDS, DatagramJudge.bounded(two, seen));
    }

    @Test
    void bounded_barrierUnanswered_undecided() {
        DatagramConversation three = GREETINGS.of(Bytes.utf8("abc")).then(GREETINGS.probe());
        Observation seen = seen(asked(0, "abc"), asked(1, "hello"), new Fact.Quiet(AT, AT));
        assertInstanceOf(Finding.Undecided.class, DatagramJudge.bounded(three, seen));
    }

    @Test
    void answered_otherWordsAnsweredTwice_isForOthersToSay() {
        Observation seen = seen(asked(0, "bye"), replied(0, "a"), replied(0, "b"));
        assertEquals(Finding.HOLDS, DatagramJudge.answered(GREETINGS.of(Bytes.utf8("bye")), seen));
    }

    @Test
    void answered_wrongReplyBesideOtherWords_isNoReply() {
        Observation seen = seen(asked(0, "hello"), asked(0, "bye"), replied(0, "zz"));
        assertEquals(
                "no reply came: later ones were answered", brokenBy(DatagramJudge.answered(GREETINGS.plain(), seen)));
    }

    @Test
    void answered_anotherAskerDeparted_stillOwedTheRest() {
        Observation seen = seen(asked(0, "hello"), new Fact.Departed(AT, 0, Fact.How.CONFIRMED), asked(1, "hello"));
        assertInstanceOf(
                Finding.Broken.class,
                DatagramJudge.answered(GREETINGS.departed(1).then(GREETINGS.probe()), seen));
    }

    @Test
    void answered_nobodyLacksOne_isNotMisdirectedButTooMany() {
        Observation seen =
                seen(asked(0, "bye"), asked(0, "bye"), asked(1, "hello"), replied(1, "hi"), replied(1, "hi"));
        assertEquals(
                "more than one datagram was sent for one that was received",
                brokenBy(DatagramJudge.answered(GREETINGS.burst(2), seen)));
    }

    @Test
    void answered_moreInAllThanAsked_isTooManyThoughOneLacks() {
        Observation seen =
                seen(asked(0, "hello"), asked(1, "hello"), replied(1, "hi"), replied(1, "hi"), replied(1, "hi"));
        assertEquals(
                "more than one datagram was sent for one that was received",
                brokenBy(DatagramJudge.answered(GREETINGS.burst(2), seen)));
    }

    @Test
    void answered_askerThatAskedNothing_getsOneTooMany() {
        Observation seen = seen(asked(0, "hello"), replied(0, "hi"), replied(1, "hi"));
        assertEquals(
                "more than one datagram was sent for one that was received",
                brokenBy(DatagramJudge.answered(GREETINGS.burst(2), seen)));
    }

    @Test
    void answered_kernelDroppedWhatIsMissing_undecided() {
        Observation seen = seen(asked(0, "hello"), replied(0, "hi"), asked(1, "hello"), new Fact.Overrun(AT, 1));
        Finding.Undecided undecided =
                assertInstanceOf(Finding.Undecided.class, DatagramJudge.answered(GREETINGS.burst(2), seen));
        assertEquals(
                "1 of 2 datagrams were not answered, but the kernel dropped 1 because the server's socket was full",
                undecided.reason());
    }

    @Test
    void answered_missing_saysHowManyCame() {
        Finding.Broken none = assertInstanceOf(
                Finding.Broken.class, DatagramJudge.answered(GREETINGS.plain(), seen(asked(0, "hello"))));
        Finding.Broken one = assertInstanceOf(
                Finding.Broken.class,
                DatagramJudge.answered(
                        GREETINGS.burst(2), seen(asked(0, "hello"), asked(1, "hello"), replied(1, "hi"))));
        assertEquals("nothing", none.actual().text());
        assertEquals("1 reply", one.actual().text());
        assertEquals("2 replies \"hi\"", one.expected().text());
    }

    @Test
    void served_lastUnanswered_broken() {
        Observation seen = seen(asked(0, "hello"), replied(0, "hi"), asked(1, "hello"));
        assertInstanceOf(
                Finding.Broken.class, DatagramJudge.served(GREETINGS.plain().then(GREETINGS.probe()), seen));
    }

    @Test
    void bounded_replyAsLong_holds() {
        Observation seen = seen(asked(0, "abc"), replied(0, "abc"), asked(1, "hello"), replied(1, "hi"));
        assertEquals(
                Finding.HOLDS,
                DatagramJudge.bounded(GREETINGS.of(Bytes.utf8("abc")).then(GREETINGS.probe()), seen));
    }

    @Test
    void bounded_longerReply_saysThanWhat() {
        DatagramConversation one = GREETINGS.of(Bytes.utf8("abc")).then(GREETINGS.probe());
        Finding.Broken single = assertInstanceOf(
                Finding.Broken.class, DatagramJudge.bounded(one, seen(asked(0, "abc"), replied(0, "abcd"))));
        Finding.Broken several = assertInstanceOf(
                Finding.Broken.class,
                DatagramJudge.bounded(one, seen(asked(0, "abc"), asked(0, "abc"), replied(0, "abcd"))));
        assertEquals(
                "no more bytes than a datagram of 3 bytes: \"abc\"",
                single.expected().text());
        assertEquals("no more bytes than 2 datagrams", several.expected().text());
    }

    @Test
    void answered_silenceWhileTheControlSlipped_undecided() {
        Fact slipped = new Fact.Slipped(AT, Duration.ofSeconds(10), Duration.ofSeconds(3), 1);
        Observation seen = seen(asked(0, "hello"), slipped, new Fact.Quiet(AT, Duration.ofSeconds(10)));
        assertInstanceOf(Finding.Undecided.class, DatagramJudge.answered(GREETINGS.plain(), seen));
    }
}
