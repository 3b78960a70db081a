package io.github.sockspec.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Conversation.Turn;
import io.github.sockspec.conversation.DatagramMessages;
import io.github.sockspec.conversation.Due;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.conversation.ServerPart;
import io.github.sockspec.conversation.ServerPart.Exchange;
import io.github.sockspec.delivery.DatagramPlan;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.delivery.Ending;
import io.github.sockspec.observation.Observation;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.protocol.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What results are made of. */
class ResultsTest {
    private static final Conversation ASK =
            Conversation.of("ask", Turn.of(Bytes.utf8("ask\n"), Reply.exactly(Bytes.utf8("yes"))));
    private static final Delivery STALLED = Delivery.of(List.of(1, 3)).at(Delivery.Pace.STALLED);
    private static final Ending RST = new Ending(Ending.How.RST, Ending.When.AFTER_FIRST_BYTE);
    private static final List<Bytes> CUT = List.of(Bytes.utf8("a"), Bytes.utf8("sk\n"));

    private static SmallestFailure asked(Delivery delivery) {
        return SmallestFailure.of(
                new Occasion.Asked(ASK, delivery, Occasion.Besides.NOTHING), new Observation(List.of()));
    }

    @Test
    void smallest_ofAConversation_saysHowItTravelled() {
        SmallestFailure smallest = asked(STALLED.ending(RST));
        assertEquals(CUT, smallest.writes());
        assertEquals("rst", smallest.end());
        assertEquals("after-first-byte", smallest.moment());
        assertEquals("stalled", smallest.pace());
        assertEquals(Optional.empty(), smallest.afterwards());
    }

    @Test
    void endsAtItsOwnMoment_finOrRst_isTrue() {
        assertTrue(asked(STALLED.ending(RST)).endsAtItsOwnMoment());
        assertTrue(asked(STALLED.ending(new Ending(Ending.How.FIN, Ending.When.AFTER_READ)))
                .endsAtItsOwnMoment());
        assertFalse(asked(STALLED).endsAtItsOwnMoment());
        assertFalse(asked(STALLED.ending(new Ending(Ending.How.HALF_CLOSE, Ending.When.AFTER_READ)))
                .endsAtItsOwnMoment());
    }

    @Test
    void then_anotherClient_standsBehindIt() {
        Occasion.Asked alone = new Occasion.Asked(ASK, STALLED, Occasion.Besides.NOTHING);
        Occasion.Asked followed = alone.then(ASK);
        assertEquals(List.of(ASK), followed.besides().afterwards());
        assertEquals(List.of(), followed.besides().before());
        assertEquals(CUT, followed.writes());
    }

    @Test
    void served_toAClient_saysHowItTravelled() {
        Exchange exchange = Exchange.of(List.of("x"), Reply.exactly(Bytes.utf8("x")), Bytes.utf8("ask\n"));
        ServerPart serverPart =
                new ServerPart("x", List.of(exchange), List.of(), Bytes.EMPTY, ServerPart.After.KEEPS, Due.NOTHING);
        Occasion.Served served = new Occasion.Served(
                serverPart,
                STALLED.ending(RST),
                new Occasion.Terms(Occasion.Order.IN_TURN, Occasion.Demand.WORK, Optional.empty()));
        assertEquals(CUT, served.writes());
        assertEquals(RST, served.ending());
        assertEquals(Delivery.Pace.STALLED, served.pace());
    }

    @Test
    void posted_inDatagrams_saysWhoSaidWhat() {
        DatagramMessages greetings = DatagramMessages.in(Dialect.reference(Protocol.required("hello")));
        Occasion.Posted posted = new Occasion.Posted(
                greetings.plain().then(greetings.probe()),
                new Occasion.Plan("as-sent", DatagramPlan.AS_SENT),
                Occasion.Reckoning.ANSWERED);
        assertEquals(List.of(Bytes.utf8("hello"), Bytes.utf8("hello")), posted.writes());
        assertEquals(List.of(0, 1), posted.askers());
        assertEquals(Ending.KEEP, posted.ending());
        assertEquals(Delivery.Pace.PROMPT, posted.pace());
    }

    @Test
    void welcomed_neverAnswered_wasToldNothing() {
        Bytes hello = Bytes.utf8("hello");
        Bytes hi = Bytes.utf8("hi");
        assertEquals(List.of(), new Occasion.Welcomed("never", hello, hi, List.of()).writes());
        assertEquals(List.of(hi), new Occasion.Welcomed("at-once", hello, hi, List.of()).writes());
    }

    @Test
    void word_ofOutcome_findsIt() {
        assertEquals("not-applicable", Outcome.NOT_APPLICABLE.word());
        for (Outcome outcome : Outcome.values()) {
            assertEquals(Optional.of(outcome), Outcome.of(outcome.word()));
        }
        assertEquals(Optional.empty(), Outcome.of("FAIL"));
    }

    @Test
    void plain_result_hasNoDeliveries() {
        CaseResult result = CaseResult.plain("id", Clause.required("EXEC-1"), Outcome.NOT_APPLICABLE, "why")
                .after(Duration.ofMillis(3));
        assertEquals(CaseResult.Tally.NONE, result.tally());
        assertEquals("why", result.reason());
        assertEquals(Outcome.NOT_APPLICABLE, result.outcome());
    }
}
