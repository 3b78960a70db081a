package io.github.sockspec.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation.Joining;
import io.github.sockspec.conversation.DatagramConversation.Ask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DatagramMessagesTest {
    private static final WrittenTurn ASK = new WrittenTurn(
            List.of(new Part.Fresh("id", 2), text("?")),
            List.of(new Part.Kept("id"), new Part.Any(1, Optional.empty())));

    private static final WrittenTurn TELL = new WrittenTurn(List.of(text("tell")), List.of());

    private static Part text(String text) {
        return new Part.Exact(Bytes.utf8(text), List.of());
    }

    private static DatagramMessages messages(WrittenTurn... turns) {
        WrittenConversation asks = new WrittenConversation("", List.of(turns), Optional.empty(), OptionalInt.empty());
        return new WrittenConversations("ask", Joining.ALLOWED, Map.of("ask", asks)).inDatagrams("ask");
    }

    private static List<String> said(DatagramConversation asking) {
        return asking.asks().stream().map(ask -> ask.says().toString()).toList();
    }

    @Test
    void interleaved_freshLetters_differWithEachDatagramAndAnswerTheirOwn() {
        DatagramConversation asking = messages(ASK).interleaved(1, 3);

        assertEquals(List.of("\"aa?\"", "\"ab?\"", "\"ac?\""), said(asking));
        assertTrue(DatagramConversation.answers(asking.due(Bytes.utf8("ab?")).orElseThrow(), Bytes.utf8("ab!")));
        assertFalse(DatagramConversation.answers(asking.due(Bytes.utf8("ab?")).orElseThrow(), Bytes.utf8("aa!")));
    }

    @Test
    void interleaved_severalTurns_eachAskerSaysAllOfThem() {
        List<Ask> asks = messages(ASK, TELL).interleaved(2, 2).asks();

        assertEquals(List.of(0, 1, 0, 1), asks.stream().map(Ask::asker).toList());
        assertEquals(
                List.of("\"aa?\"", "\"tell\"", "\"tell\"", "\"ad?\""),
                asks.stream().map(ask -> ask.says().toString()).toList());
    }

    @Test
    void lockStep_severalTurns_areRoundsInOrder() {
        DatagramConversation asking = messages(ASK, TELL).lockStep(2);

        assertEquals(4, asking.rounds().size());
        assertEquals(1, asking.askers());
    }

    @Test
    void burst_ofLargeDatagrams_isNoMoreThanABufferHolds() {
        WrittenTurn large = new WrittenTurn(
                List.of(new Part.Exact(Bytes.repeat(Bytes.utf8("a"), 20_000), List.of())), List.of(text("b")));

        assertEquals(4, messages(large).burst(100).datagrams());
        assertEquals(100, messages(ASK).burst(100).datagrams());
    }

    @Test
    void due_ofWhatNeedNotBeAnswered_isEmpty() {
        DatagramConversation asking = messages(ASK, TELL).plain();

        assertEquals(Optional.empty(), asking.due(Bytes.utf8("tell")));
        assertFalse(asking.mayBeDue(0, Bytes.utf8("told")));
        assertTrue(asking.mayBeDue(0, Bytes.utf8("aa!")));
    }

    @Test
    void then_barrier_hasAskersOfItsOwn() {
        DatagramConversation whole = messages(ASK).burst(2).then(messages(ASK).probe());

        assertEquals(List.of(0, 1, 2), whole.asks().stream().map(Ask::asker).toList());
        assertEquals(2, whole.rounds().size());
    }

    @Test
    void answers_moreThanTheReply_isNoAnswer() {
        Reply reply = Reply.exactly(Bytes.utf8("ab"));

        assertFalse(DatagramConversation.answers(reply, Bytes.utf8("abc")));
        assertFalse(DatagramConversation.answers(reply, Bytes.utf8("a")));
        assertTrue(DatagramConversation.answers(reply, Bytes.utf8("ab")));
    }
}
