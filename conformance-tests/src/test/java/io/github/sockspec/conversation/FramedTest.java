package io.github.sockspec.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.Framed.Part;
import io.github.sockspec.conversation.Match.Complete;
import io.github.sockspec.conversation.Match.More;
import io.github.sockspec.conversation.Match.Wrong;
import io.github.sockspec.protocol.IntegerFormat;
import io.github.sockspec.protocol.ReplyFrame;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FramedTest {
    private static final ReplyFrame LENGTH = new ReplyFrame.Length(IntegerFormat.I32LE);
    private static final ReplyFrame ASCII = new ReplyFrame.Ascii(8);
    private static final ReplyFrame JSON = new ReplyFrame.Json(IntegerFormat.I32LE, "total_size");
    private static final ReplyFrame EOF = new ReplyFrame.Eof();
    private static final Bytes BODY = Bytes.utf8("no such command\n");
    private static final Bytes BEFORE = Bytes.hex("0400000000ff7b");

    static Stream<ReplyFrame> headed() {
        return Stream.concat(
                Stream.of(IntegerFormat.values()).map(ReplyFrame.Length::new),
                Stream.of(ASCII, JSON, new ReplyFrame.Json(IntegerFormat.U16BE, "size")));
    }

    private static Framed whole(ReplyFrame frame) {
        return new Framed(frame, Part.WHOLE, 0);
    }

    @ParameterizedTest
    @MethodSource("headed")
    void match_anyBody_endsBehindIt(ReplyFrame frame) {
        for (Bytes body : new Bytes[] {BODY, Bytes.EMPTY, Bytes.repeat(Bytes.hex("00ff"), octet(frame) ? 127 : 300)}) {
            Bytes stream = BEFORE.plus(ExecHeader.of(frame, body)).plus(body);
            int end = stream.length();
            assertEquals(new Complete(end), whole(frame).match(stream.plus(BODY), BEFORE.length(), StreamState.OPEN));
            assertEquals(new Complete(end), whole(frame).match(stream, BEFORE.length(), StreamState.ENDED));
        }
    }

    private static boolean octet(ReplyFrame frame) {
        return frame.equals(new ReplyFrame.Length(IntegerFormat.U8));
    }

    @ParameterizedTest
    @MethodSource("headed")
    void match_eachPrefix_wantsMoreAndIsWrongWhenEnded(ReplyFrame frame) {
        Bytes stream = ExecHeader.of(frame, BODY).plus(BODY);
        for (int have = 0; have < stream.length(); have++) {
            Bytes part = stream.slice(0, have);
            assertInstanceOf(More.class, whole(frame).match(part, 0, StreamState.OPEN), part.toString());
            Wrong wrong =
                    assertInstanceOf(Wrong.class, whole(frame).match(part, 0, StreamState.ENDED), part.toString());
            assertEquals(have, wrong.at());
        }
    }

    @ParameterizedTest
    @MethodSource("headed")
    void match_partsAroundAnAcknowledgement_endWhereTheyDo(ReplyFrame frame) {
        Bytes header = ExecHeader.of(frame, BODY);
        Bytes stream = BEFORE.plus(header).plus(BODY);
        int body = BEFORE.length() + header.length();
        assertEquals(
                new Complete(body), new Framed(frame, Part.HEADER, 1).match(stream, BEFORE.length(), StreamState.OPEN));
        assertEquals(
                new Complete(stream.length()), new Framed(frame, Part.BODY, 1).match(stream, body, StreamState.OPEN));
        assertInstanceOf(
                More.class, new Framed(frame, Part.BODY, 1).match(stream.slice(0, body + 1), body, StreamState.OPEN));
    }

    @ParameterizedTest
    @MethodSource("headed")
    void match_emptyBodyWhereSomethingWasPrinted_isWrong(ReplyFrame frame) {
        assertEquals(
                new Wrong(0, "the body has 0 bytes where something was printed"),
                new Framed(frame, Part.WHOLE, 1).match(ExecHeader.of(frame, Bytes.EMPTY), 0, StreamState.OPEN));
    }

    @Test
    void match_headerThatIsNoLength_isWrongAtOnce() {
        assertEquals(
                new Wrong(1, "the header announces no length: \\xff\\xff\\xff\\xff"),
                shortened(whole(LENGTH).match(Bytes.hex("00ffffffff"), 1, StreamState.OPEN)));
        assertInstanceOf(Wrong.class, whole(ASCII).match(Bytes.utf8("0000 012"), 0, StreamState.OPEN));
        assertEquals(
                new Wrong(0, "the JSON header's length is 1"),
                whole(JSON).match(Bytes.hex("01000000"), 0, StreamState.OPEN));
        assertInstanceOf(
                Wrong.class, whole(JSON).match(Bytes.hex("02000000").plus(Bytes.utf8("{]")), 0, StreamState.OPEN));
        assertInstanceOf(
                Wrong.class, whole(JSON).match(Bytes.hex("02000000").plus(Bytes.utf8("{}")), 0, StreamState.OPEN));
    }

    private static Match shortened(Match match) {
        return match instanceof Wrong wrong ? new Wrong(wrong.at(), wrong.why().replace("\"", "")) : match;
    }

    @Test
    void match_lengthBeyondAnyStream_wantsMore() {
        ReplyFrame frame = new ReplyFrame.Length(IntegerFormat.I64LE);
        assertEquals(new More(0), whole(frame).match(IntegerFormat.I64LE.encode(Long.MAX_VALUE), 0, StreamState.OPEN));
        assertEquals(
                new More(Integer.MAX_VALUE),
                whole(frame).match(IntegerFormat.I64LE.encode(Integer.MAX_VALUE - 8), 0, StreamState.OPEN));
    }

    @Test
    void match_endOfStream_endsAReplyWithoutAHeader() {
        assertInstanceOf(More.class, whole(EOF).match(BODY, 0, StreamState.OPEN));
        assertEquals(new Complete(BODY.length()), whole(EOF).match(BODY, 0, StreamState.ENDED));
        assertEquals(new Complete(0), whole(EOF).match(Bytes.EMPTY, 0, StreamState.ENDED));
        assertInstanceOf(Wrong.class, new Framed(EOF, Part.WHOLE, 1).match(Bytes.EMPTY, 0, StreamState.ENDED));
    }

    @ParameterizedTest
    @MethodSource("headed")
    void canonical_ofEachPart_isAcceptedByIt(ReplyFrame frame) {
        Framed whole = new Framed(frame, Part.WHOLE, 3);
        Bytes header = new Framed(frame, Part.HEADER, 3).canonical();
        assertEquals(whole.canonical(), header.plus(new Framed(frame, Part.BODY, 3).canonical()));
        assertEquals(new Complete(whole.canonical().length()), whole.match(whole.canonical(), 0, StreamState.OPEN));
    }

    @ParameterizedTest
    @MethodSource("headed")
    void body_ofAWholeReply_isWhatFollowsItsHeader(ReplyFrame frame) {
        Bytes reply = ExecHeader.of(frame, BODY).plus(BODY);
        assertEquals(Optional.of(BODY), ExecHeader.body(frame, reply));
        assertEquals(Optional.empty(), ExecHeader.body(frame, reply.plus(BODY)));
        assertEquals(Optional.empty(), ExecHeader.body(frame, reply.slice(0, reply.length() - 1)));
        assertEquals(Optional.of(BODY), ExecHeader.body(EOF, BODY));
    }
}
