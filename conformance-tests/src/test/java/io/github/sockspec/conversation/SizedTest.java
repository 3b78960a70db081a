package io.github.sockspec.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.Match.Complete;
import io.github.sockspec.conversation.Match.More;
import io.github.sockspec.conversation.Match.Wrong;
import io.github.sockspec.protocol.IntegerFormat;
import io.github.sockspec.protocol.SizePrefix;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SizedTest {
    private static final SizePrefix U8 = new SizePrefix.Binary(IntegerFormat.U8, 0);
    private static final Reply HELLO = Reply.exactly(Bytes.utf8("hello"));
    private static final Reply LINE = Reply.until(Bytes.utf8("\n"));

    static Stream<SizePrefix> prefixes() {
        return Stream.concat(
                Stream.of(IntegerFormat.values())
                        .flatMap(each -> Stream.of(
                                new SizePrefix.Binary(each, 0),
                                new SizePrefix.Binary(each, each.width()),
                                new SizePrefix.Binary(each, -2))),
                Stream.of(new SizePrefix.Ascii(1, 0), new SizePrefix.Ascii(4, 4)));
    }

    private static Match match(Reply reply, String stream) {
        return reply.match(Bytes.utf8(stream), 1, StreamState.OPEN);
    }

    @ParameterizedTest
    @MethodSource("prefixes")
    void match_eachPrefix_wantsMoreUntilTheBodyIsThere(SizePrefix prefix) {
        for (Reply body : List.of(HELLO, Reply.any(5), LINE, Reply.oneOf(LINE, HELLO))) {
            Reply reply = Reply.sized(prefix, body);
            Bytes octets = body.size().isPresent() ? body.canonical() : Bytes.utf8("abc\n");
            Bytes whole = prefix.of(octets.length()).plus(octets);
            Reading reading = reply.reading(0);
            for (int have = 0; have < whole.length(); have++) {
                Bytes part = whole.slice(0, have);
                assertInstanceOf(More.class, reply.match(part, 0, StreamState.OPEN), part.toString());
                assertInstanceOf(More.class, reading.match(part, StreamState.OPEN), part.toString());
                Wrong wrong = assertInstanceOf(Wrong.class, reply.match(part, 0, StreamState.ENDED));
                assertEquals(have, wrong.at(), wrong.why());
            }
            assertEquals(new Complete(whole.length()), reading.match(whole, StreamState.OPEN));
            assertEquals(
                    new Complete(whole.length()),
                    reply.match(whole.plus(whole), 0, StreamState.OPEN),
                    reply.describe());
        }
    }

    @Test
    void match_lengthThatIsNotDue_saysBoth() {
        assertEquals(new Wrong(1, "the length is 4, and 5 is due"), match(Reply.sized(U8, HELLO), "x\4hell"));
        assertEquals(new Wrong(1, "the length is 6, and 5 is due"), match(Reply.sized(U8, HELLO), "x\6"));
        assertEquals(new Wrong(1, "the length is 6, and 4 is due"), match(Reply.sized(U8, LINE), "x\6abc\n"));
        assertEquals(
                new Wrong(1, "the length is 3, and the body does not end there"),
                match(Reply.sized(U8, LINE), "x\3abc\n"));
        SizePrefix all = new SizePrefix.Ascii(2, 2);
        assertEquals(new Wrong(1, "the length is 5, and 7 is due"), match(Reply.sized(all, HELLO), "x05hello"));
        assertEquals(new Wrong(1, "the length is 1, and at least 2 is due"), match(Reply.sized(all, LINE), "x01"));
    }

    @Test
    void match_headerThatIsNoLength_isWrong() {
        assertEquals(
                new Wrong(1, "the header announces no length: \"0a\""),
                match(Reply.sized(new SizePrefix.Ascii(2, 0), HELLO), "x0a"));
        assertEquals(
                new Wrong(0, "the header announces no length: \"\\xff\\xff\\xff\\xff\""),
                Reply.sized(new SizePrefix.Binary(IntegerFormat.I32BE, 0), LINE)
                        .match(Bytes.hex("ffffffff"), 0, StreamState.OPEN));
    }

    @Test
    void sized_bodyThatItsLengthCantSay_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> Reply.sized(U8, Reply.any(256)));
    }

    @Test
    void match_lengthBeyondAnyStream_wantsMore() {
        Reply reply = Reply.sized(new SizePrefix.Binary(IntegerFormat.I64LE, 0), LINE);
        assertEquals(new More(0), reply.match(IntegerFormat.I64LE.encode(Long.MAX_VALUE), 0, StreamState.OPEN));
    }

    @Test
    void match_wrongByteInTheBody_countsFromTheReplysStart() {
        assertEquals(new Wrong(4, "byte 3 of the reply differs"), match(Reply.sized(U8, HELLO), "x\5heLlo"));
    }

    @Test
    void keptPart_insideASizedBody_isKeptAndFilled() {
        Reply reply = Reply.sized(U8, Reply.inOrder(List.of(Reply.any(1, "id"), LINE)));
        assertEquals(Map.of("id", Bytes.utf8("7")), reply.keeps(Bytes.utf8("x\4" + "7ab\nz"), 1));
        assertEquals(
                Reply.sized(U8, Reply.exactly(Bytes.utf8("7"))),
                Reply.sized(U8, Reply.kept("id", 1)).filled(Map.of("id", Bytes.utf8("7"))));
    }
}
