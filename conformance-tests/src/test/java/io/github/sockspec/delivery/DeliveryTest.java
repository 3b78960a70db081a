package io.github.sockspec.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.sockspec.bytes.Bytes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Shape TWO = Shape.of(3, 2);
    private static final Ending RST = new Ending(Ending.How.RST, Ending.When.AFTER_FIRST_BYTE);

    @Test
    void ends_writes_areTheirSums() {
        assertEquals(Set.of(1, 3, 5), Delivery.of(List.of(1, 2, 2)).ends());
        assertEquals(Set.of(), Delivery.of(List.of()).ends());
    }

    @Test
    void cuts_neitherBoundaryNorEnd_areWhatIsLeft() {
        assertEquals(List.of(1, 4), Delivery.of(List.of(1, 2, 1, 1)).cuts(TWO));
        assertEquals(List.of(), Delivery.of(List.of(3, 1)).cuts(TWO));
    }

    @Test
    void without_sparedEnd_joinsWhatItParted() {
        Delivery delivery = Delivery.of(List.of(1, 2, 2)).ending(RST).at(Delivery.Pace.STALLED);
        Delivery without = delivery.without(Set.of(1, 5));
        assertEquals(List.of(3, 2), without.writes());
        assertEquals(RST, without.ending());
        assertEquals(Delivery.Pace.STALLED, without.pace());
    }

    @Test
    void endingAndPace_changed_leaveTheRest() {
        Delivery delivery = Delivery.of(List.of(3, 2));
        assertEquals(Ending.KEEP, delivery.ending());
        assertEquals(new Delivery(List.of(3, 2), RST, Delivery.Pace.PROMPT), delivery.ending(RST));
        assertEquals(
                new Delivery(List.of(3, 2), Ending.KEEP, Delivery.Pace.STALLED), delivery.at(Delivery.Pace.STALLED));
    }

    @Test
    void segments_brokenOff_endWithIt() {
        assertEquals(
                List.of(Bytes.utf8("a"), Bytes.utf8("bc")),
                Delivery.of(List.of(1, 2)).segments(Bytes.utf8("abcde")));
    }

    @Test
    void words_ofEndings_areLowerCase() {
        assertEquals("half-close", Ending.How.HALF_CLOSE.word());
        assertEquals("after-first-byte", Ending.When.AFTER_FIRST_BYTE.word());
        assertFalse(Ending.KEEP.how().word().isEmpty());
    }

    @Test
    void joinedUpTo_boundary_leavesTheRestAsItIs() {
        assertEquals(List.of(6, 1, 2), Cutting.joinedUpTo(Shape.of(3, 4, 2), 6).writes());
        assertEquals(List.of(7, 2), Cutting.joinedUpTo(Shape.of(3, 4, 2), 7).writes());
    }

    @Test
    void brokenOff_atABoundary_endsWithTheMessage() {
        assertEquals(List.of(3), Cutting.brokenOff(TWO, 3).writes());
        assertEquals(List.of(), Cutting.brokenOff(TWO, 0).writes());
        assertEquals(List.of(3, 2), Cutting.brokenOff(TWO, 5).writes());
    }
}
