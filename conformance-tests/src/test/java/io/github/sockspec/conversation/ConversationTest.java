package io.github.sockspec.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation.Joining;
import io.github.sockspec.conversation.Conversation.Turn;
import io.github.sockspec.conversation.Marks.Slot;
import io.github.sockspec.conversation.Marks.Source;
import io.github.sockspec.delivery.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConversationTest {
    private static final Conversation PLAIN =
            Conversation.of("plain", Turn.of(Bytes.utf8("ask\n"), Reply.exactly(Bytes.utf8("ok"))));

    /** Sets a word, hears a number, and says both again. */
    private static final Conversation SLOTS = Conversation.of(
            "slots",
            new Turn(Bytes.utf8("set ____\n"), slots(new Slot(4, 4, "word", Source.FRESH)), Reply.any(2, "id")),
            new Turn(
                    Bytes.utf8("get __ ____\n"),
                    slots(new Slot(4, 2, "id", Source.KEPT), new Slot(7, 4, "word", Source.FRESH)),
                    Reply.inOrder(List.of(Reply.kept("word", 4), Reply.exactly(Bytes.utf8("\n"))))));

    private static Marks slots(Slot... slots) {
        return new Marks(List.of(), List.of(), List.of(slots));
    }

    @Test
    void fresh_withoutSlots_isTheSame() {
        assertSame(PLAIN, PLAIN.fresh(new Random(1)));
        assertSame(PLAIN, PLAIN.asSaid(() -> {
            throw new AssertionError("nobody needs what was sent");
        }));
    }

    @Test
    void fresh_sameName_isTheSameWordInAllTurnsAndReplies() {
        Conversation fresh = SLOTS.fresh(new Random(1));
        String said = fresh.said().decode(StandardCharsets.US_ASCII);
        assertTrue(said.matches("set ([a-z]{4})\nget __ \\1\n"), said);
        assertEquals(
                said.substring(4, 8) + "\n",
                fresh.turns().get(1).hears().canonical().decode(StandardCharsets.US_ASCII));
        assertEquals(SLOTS.shape(), fresh.shape());
    }

    @Test
    void fresh_eachTime_isAnotherWord() {
        Random random = new Random(1);
        Conversation once = SLOTS.fresh(random);
        assertNotEquals(once.said(), SLOTS.fresh(random).said());
        assertNotEquals(once.said(), once.fresh(random).said(), "a filled one can be filled anew");
    }

    @Test
    void asSaid_whatWasSent_standsInTheSlotsAndReplies() {
        Conversation said = SLOTS.asSaid(() -> Bytes.utf8("set abcd\nget 42 abcd\n"));
        assertEquals(Bytes.utf8("set abcd\nget 42 abcd\n"), said.said());
        assertEquals(Bytes.utf8("abcd\n"), said.turns().get(1).hears().canonical());
    }

    @Test
    void asSaid_brokenOff_knowsWholeMessagesOnly() {
        assertEquals(
                Bytes.utf8("set abcd\nget __ abcd\n"),
                SLOTS.asSaid(() -> Bytes.utf8("set abcd\nget 4")).said());
    }

    @Test
    void filled_otherLength_isRefused() {
        Turn first = SLOTS.turns().get(0);
        assertThrows(IllegalArgumentException.class, () -> first.filled(Map.of("word", Bytes.utf8("abc"))));
        assertSame(first, first.filled(Map.of()));
    }

    @Test
    void shape_marksAndBarriers_areOfTheWholeStream() {
        assertEquals(List.of(9), SLOTS.shape().barriers());
        Marks marks = new Marks(List.of(2), List.of(new Span(0, 2)), List.of());
        Turn turn = new Turn(Bytes.utf8("ask\n"), marks, Reply.nothing());
        Turn first = Turn.of(Bytes.EMPTY, Reply.exactly(Bytes.utf8("hello")));
        Conversation lockstep = new Conversation("lockstep", List.of(first, turn, turn), Joining.NEVER);
        assertEquals(List.of(4, 4), lockstep.shape().messages());
        assertEquals(List.of(2, 6), lockstep.shape().seams());
        assertEquals(List.of(4), lockstep.shape().barriers());
        assertEquals(List.of(new Span(0, 2), new Span(4, 6)), lockstep.shape().atomic());
    }
}
