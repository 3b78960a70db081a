package io.github.sockspec.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.Match.Complete;
import io.github.sockspec.conversation.Match.More;
import io.github.sockspec.conversation.Match.Wrong;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parts of a reply that know no protocol. */
class CodecsTest {
    private static final Bytes CRLF = Bytes.utf8("\r\n");
    private static final Reply LINE = Reply.until(CRLF);
    private static final Reply NUMBER = Reply.until(CRLF, Pattern.compile("\\+[0-9]+"));
    private static final Reply MASKED = Reply.masked(Bytes.utf8("id 1234 ok"), Bytes.hex("01010100000000010101"));
    private static final Reply ECHOED =
            Reply.inOrder(List.of(Reply.any(2, "id"), Reply.exactly(Bytes.utf8(":")), Reply.kept("id", 2)));

    static List<Reply> replies() {
        return List.of(
                Reply.any(3),
                Reply.any(0),
                LINE,
                MASKED,
                Reply.kept("id", 4),
                ECHOED,
                Reply.inOrder(List.of(LINE, LINE, Reply.closed())),
                Reply.oneOf(NUMBER, LINE));
    }

    private static Match match(Reply reply, String stream, int from, StreamState state) {
        return reply.match(Bytes.utf8(stream), from, state);
    }

    @ParameterizedTest
    @MethodSource("replies")
    void match_eachPrefix_wantsMoreAndIsWrongAtItsEndWhenEnded(Reply reply) {
        Bytes whole = reply.canonical();
        Reading reading = reply.reading(2);
        for (int have = 0; have < whole.length(); have++) {
            Bytes part = Bytes.utf8("zz").plus(whole.slice(0, have));
            assertInstanceOf(More.class, reply.match(part, 2, StreamState.OPEN), part.toString());
            assertEquals(reply.match(part, 2, StreamState.OPEN), reading.match(part, StreamState.OPEN));
            Wrong wrong = assertInstanceOf(Wrong.class, reply.match(part, 2, StreamState.ENDED), part.toString());
            assertEquals(part.length(), wrong.at());
            assertTrue(wrong.why().startsWith("the stream ended "), wrong.why());
        }
        Bytes all = Bytes.utf8("zz").plus(whole);
        assertEquals(new Complete(all.length()), reply.match(all, 2, StreamState.ENDED));
        assertEquals(new Complete(all.length()), reading.match(all, StreamState.ENDED));
        assertFalse(reply.describe().isEmpty());
        assertEquals(reply, reply.filled(Map.of("another", whole)));
    }

    @Test
    void any_keptUnderAName_isWhatCame() {
        assertEquals(new Complete(5), match(Reply.any(4, "id"), "xabcdy", 1, StreamState.OPEN));
        assertEquals(Map.of("id", Bytes.utf8("abcd")), Reply.any(4, "id").keeps(Bytes.utf8("xabcdy"), 1));
        assertEquals(Map.of(), Reply.any(4).keeps(Bytes.utf8("xabcdy"), 1));
        assertEquals("4 octets, whatever they are", Reply.any(4).describe());
        assertThrows(IllegalArgumentException.class, () -> Reply.any(-1));
    }

    @Test
    void until_terminator_endsBehindTheFirst() {
        assertEquals(new Complete(5), match(LINE, "xab\r\ncd\r\n", 1, StreamState.OPEN));
        assertEquals(new Complete(2), match(LINE, "\r\n", 0, StreamState.OPEN));
        assertEquals("everything up to \"\\r\\n\"", LINE.describe());
        assertThrows(IllegalArgumentException.class, () -> Reply.until(Bytes.EMPTY));
    }

    @Test
    void until_textThatDoesNotMatch_isSaid() {
        assertEquals(new Complete(4), match(NUMBER, "+7\r\n", 0, StreamState.OPEN));
        assertEquals(new Wrong(1, "\"+7a\" does not match \\+[0-9]+"), match(NUMBER, "x+7a\r\n", 1, StreamState.OPEN));
        assertEquals("everything up to \"\\r\\n\", which matches \\+[0-9]+", NUMBER.describe());
        assertEquals(NUMBER, Reply.until(CRLF, Pattern.compile("\\+[0-9]+")));
        assertEquals(
                NUMBER.hashCode(),
                Reply.until(CRLF, Pattern.compile("\\+[0-9]+")).hashCode());
        assertNotEquals(NUMBER, Reply.until(CRLF, Pattern.compile("\\+[0-9]+", Pattern.DOTALL)));
        assertNotEquals(NUMBER, LINE);
    }

    @Test
    void until_terminatorInTwoPieces_isFoundByAReadingToo() {
        Reading reading = LINE.reading(0);
        assertEquals(new More(0), reading.match(Bytes.utf8("abc\r"), StreamState.OPEN));
        assertEquals(new Complete(5), reading.match(Bytes.utf8("abc\r\n"), StreamState.OPEN));
    }

    @Test
    void until_whatWasLookedAtOnce_isNotLookedAtAgain() {
        Reading reading = LINE.reading(0);
        reading.match(Bytes.utf8("abcdef"), StreamState.OPEN);
        assertEquals(new More(0), reading.match(Bytes.utf8("\r\ncdefg"), StreamState.OPEN));
    }

    @Test
    void masked_octetThatIsNotCompared_mayBeAnother() {
        assertEquals(new Complete(10), match(MASKED, "id 9z!? ok", 0, StreamState.OPEN));
        assertEquals(new Wrong(9, "byte 8 of the reply differs"), match(MASKED, "xid 1234 xk", 1, StreamState.OPEN));
        assertEquals("\"id 1234 ok\" (not compared: byte 3 to 6)", MASKED.describe());
        assertEquals("\"ab\"", Reply.masked(Bytes.utf8("ab"), Bytes.hex("ffff")).describe());
        assertThrows(IllegalArgumentException.class, () -> Reply.masked(CRLF, Bytes.hex("00")));
    }

    @Test
    void masked_manyStretches_areCounted() {
        String described = Reply.masked(Bytes.repeat(CRLF, 20), Bytes.repeat(Bytes.hex("0100"), 20))
                .describe();
        assertTrue(described.endsWith("(not compared: byte 1, 3, 5, 7, 9, 11, 13, 15, and 12 more)"), described);
    }

    @Test
    void kept_onceKnown_isExact() {
        Reply kept = Reply.kept("id", 2);
        assertEquals(Reply.exactly(CRLF), kept.filled(Map.of("id", CRLF)));
        assertEquals(kept, kept.filled(Map.of("other", CRLF)));
        assertEquals(
                Reply.exactly(Bytes.utf8("<\r\n>")),
                Reply.inOrder(List.of(Reply.exactly(Bytes.utf8("<")), kept, Reply.exactly(Bytes.utf8(">"))))
                        .filled(Map.of("id", CRLF)));
    }

    @Test
    void inOrder_findings_countFromTheWholeReplysStart() {
        assertEquals(new Wrong(3, "byte 2 of the reply differs"), match(ECHOED, "xab;ab", 1, StreamState.OPEN));
        assertEquals(new Wrong(4, "the stream ended after 3 of 5 bytes"), match(ECHOED, "xab:", 1, StreamState.ENDED));
        Reply two = Reply.inOrder(List.of(LINE, Reply.exactly(Bytes.utf8("ok"))));
        assertEquals(new Wrong(4, "the stream ended after 4 bytes"), match(two, "a\r\no", 0, StreamState.ENDED));
        assertEquals("everything up to \"\\r\\n\", then \"ok\"", two.describe());
    }

    @Test
    void inOrder_partKeptByAnEarlierOne_mustBeThatAgain() {
        assertEquals(new Complete(5), match(ECHOED, "ab:ab", 0, StreamState.OPEN));
        assertEquals(new Wrong(4, "byte 4 of the reply differs"), match(ECHOED, "ab:ac", 0, StreamState.OPEN));
        assertEquals(Map.of("id", Bytes.utf8("ab")), ECHOED.keeps(Bytes.utf8("xab:ab"), 1));
    }

    @Test
    void inOrder_partsThatTouch_areTheFewest() {
        Reply fail = Reply.exactly(Bytes.utf8("fail"));
        assertEquals(fail, Reply.inOrder(List.of(fail)));
        assertEquals(Reply.nothing(), Reply.inOrder(List.of()));
        assertEquals(Reply.exactly(Bytes.utf8("failfail")), Reply.inOrder(List.of(fail, Reply.inOrder(List.of(fail)))));
        assertTrue(Reply.inOrder(List.of(fail, Reply.closed())).saysAll());
        assertFalse(Reply.inOrder(List.of(LINE, Reply.oneOf(fail))).saysAll());
    }

    @Test
    void oneOf_keeps_whatTheChoiceThatCameKeeps() {
        Reply either = Reply.oneOf(Reply.exactly(CRLF), Reply.any(2, "id"));
        assertEquals(Map.of("id", Bytes.utf8("ab")), either.keeps(Bytes.utf8("ab"), 0));
        assertEquals(Map.of(), either.keeps(CRLF, 0));
        assertEquals(Map.of(), either.keeps(Bytes.EMPTY, 0));
    }
}
