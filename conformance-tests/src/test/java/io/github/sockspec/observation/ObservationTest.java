package io.github.sockspec.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObservationTest {
    private static final Duration NOW = Duration.ofMillis(1);

    private static Observation of(Fact... facts) {
        return new Observation(List.of(facts));
    }

    private static Fact taken(Fact.How how) {
        return new Fact.Taken(NOW, 1, how);
    }

    @Test
    void received_inPieces_isOneStream() {
        Observation seen = of(
                new Fact.Received(NOW, 0, Bytes.utf8("ab")),
                new Fact.Sent(NOW, 0, Bytes.utf8("x")),
                new Fact.Received(NOW, 2, Bytes.utf8("c")));
        assertEquals(Bytes.utf8("abc"), seen.received());
        assertEquals(Bytes.utf8("x"), seen.sent());
    }

    @Test
    void facts_changedAfterwards_stayAsTheyWere() {
        List<Fact> facts = new ArrayList<>(List.of(new Fact.Connected(NOW)));
        Observation seen = new Observation(facts);
        facts.clear();
        assertTrue(seen.has(Fact.Connected.class));
        assertThrows(UnsupportedOperationException.class, () -> seen.facts().clear());
    }

    @Test
    void ended_byFinOrRst_isTrueAndByOurOwnEndFalse() {
        assertTrue(of(new Fact.PeerFinished(NOW)).ended());
        assertTrue(of(new Fact.PeerReset(NOW)).ended());
        assertFalse(of(new Fact.Ended(NOW, "fin"), new Fact.Quiet(NOW, NOW)).ended());
    }

    @Test
    void confirmed_oneTimedCut_isFalse() {
        assertTrue(of().confirmed());
        assertTrue(of(taken(Fact.How.CONFIRMED), taken(Fact.How.CONFIRMED)).confirmed());
        assertFalse(of(taken(Fact.How.CONFIRMED), taken(Fact.How.TIMED)).confirmed());
        assertFalse(of(taken(Fact.How.CONFIRMED), new Fact.Unread(NOW, 1, NOW)).confirmed());
    }

    @Test
    void first_ofKind_isTheEarliest() {
        Observation seen = of(new Fact.PeerReset(NOW), new Fact.Quiet(NOW, NOW), new Fact.Quiet(Duration.ZERO, NOW));
        assertEquals(Optional.of(new Fact.Quiet(NOW, NOW)), seen.first(Fact.Quiet.class));
        assertEquals(Optional.empty(), seen.first(Fact.Refused.class));
    }

    @Test
    void answered_moreBehindThisSidesEnd_isWhenTheAnswerCame() {
        Observation seen = new Observation(List.of(
                new Fact.Received(Duration.ofMillis(3), 0, Bytes.utf8("yes")),
                new Fact.Ended(Duration.ofMillis(4), "half-close"),
                new Fact.Received(Duration.ofMillis(250), 3, Bytes.utf8("more"))));
        assertEquals(Optional.of(Duration.ofMillis(3)), seen.answered());
    }
}
