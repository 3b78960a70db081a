package io.github.sockspec.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.Match.Complete;
import io.github.sockspec.conversation.Match.More;
import io.github.sockspec.conversation.Match.Wrong;
import io.github.sockspec.protocol.IntegerFormat;
import io.github.sockspec.protocol.ReplyFrame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplyTest {
    private static final Reply FAIL = Reply.exactly(Bytes.utf8("fail"));
    private static final Reply FAIL_OR_CLOSED = Reply.oneOf(FAIL, Reply.closed());
    private static final ReplyFrame.Json JSON = new ReplyFrame.Json(IntegerFormat.I32LE, "total_size");
    private static final Reply JSON_HI = new JsonFramed(JSON, Bytes.utf8("hi"), Framed.Part.WHOLE);

    private static final Reply FRAMED = new Framed(JSON, Framed.Part.WHOLE, 2);

    private static Match match(Reply reply, String stream, int from, StreamState state) {
        return reply.match(Bytes.utf8(stream), from, state);
    }

    private static Bytes json(String object) {
        return IntegerFormat.I32LE.encode(object.length()).plus(Bytes.utf8(object));
    }

    @Test
    void exactly_eachPrefix_wantsMoreUpToItsEnd() {
        for (int have = 0; have < 4; have++) {
            assertEquals(new More(6), match(FAIL, "xx" + "fail".substring(0, have), 2, StreamState.OPEN));
        }
    }

    @Test
    void exactly_complete_endsWhereTheNextStarts() {
        assertEquals(new Complete(6), match(FAIL, "xxfail", 2, StreamState.OPEN));
        assertEquals(new Complete(6), match(FAIL, "xxfailmore", 2, StreamState.ENDED));
    }

    @Test
    void exactly_wrongByte_pointsAtIt() {
        assertEquals(new Wrong(4, "byte 2 of the reply differs"), match(FAIL, "xxfa1l", 2, StreamState.OPEN));
        assertEquals(new Wrong(2, "byte 0 of the reply differs"), match(FAIL, "xxsuccess", 2, StreamState.ENDED));
    }

    @Test
    void exactly_endedEarly_pointsBehindTheLastByte() {
        assertEquals(new Wrong(4, "the stream ended after 2 of 4 bytes"), match(FAIL, "xxfa", 2, StreamState.ENDED));
        assertEquals(new Wrong(2, "the stream ended after 0 of 4 bytes"), match(FAIL, "xx", 2, StreamState.ENDED));
    }

    @Test
    void exactly_nothing_isCompleteAtOnce() {
        assertEquals(new Complete(3), match(Reply.exactly(Bytes.EMPTY), "abc", 3, StreamState.OPEN));
    }

    @Test
    void closed_openQuietStream_wantsMore() {
        assertEquals(new More(0), match(Reply.closed(), "xx", 2, StreamState.OPEN));
        assertEquals(new Complete(2), match(Reply.closed(), "xx", 2, StreamState.ENDED));
    }

    @Test
    void closed_bytesInstead_areWrong() {
        String why = "bytes came where the connection had to end";
        assertEquals(new Wrong(2, why), match(Reply.closed(), "xxy", 2, StreamState.OPEN));
        assertEquals(new Wrong(2, why), match(Reply.closed(), "xxy", 2, StreamState.ENDED));
    }

    @Test
    void oneOf_eitherChoice_isComplete() {
        assertEquals(new Complete(4), match(FAIL_OR_CLOSED, "fail", 0, StreamState.OPEN));
        assertEquals(new Complete(0), match(FAIL_OR_CLOSED, "", 0, StreamState.ENDED));
    }

    @Test
    void oneOf_undecided_wantsMore() {
        assertInstanceOf(More.class, match(FAIL_OR_CLOSED, "", 0, StreamState.OPEN));
        assertInstanceOf(More.class, match(FAIL_OR_CLOSED, "fa", 0, StreamState.OPEN));
    }

    @Test
    void oneOf_neither_isWrongAsTheFirstSays() {
        assertEquals(
                new Wrong(0, "byte 0 of the reply differs"), match(FAIL_OR_CLOSED, "success", 0, StreamState.ENDED));
        assertEquals(
                new Wrong(2, "the stream ended after 2 of 4 bytes"), match(FAIL_OR_CLOSED, "fa", 0, StreamState.ENDED));
    }

    @Test
    void nothing_anyStream_isComplete() {
        assertEquals(new Complete(1), match(Reply.nothing(), "abc", 1, StreamState.OPEN));
    }

    @Test
    void thenClosed_replyAndOpenStream_wantsMore() {
        Reply reply = Reply.inOrder(List.of(FAIL, Reply.closed()));
        assertInstanceOf(More.class, match(reply, "fail", 0, StreamState.OPEN));
        assertEquals(new Complete(4), match(reply, "fail", 0, StreamState.ENDED));
        assertEquals(
                4,
                assertInstanceOf(Wrong.class, match(reply, "failx", 0, StreamState.OPEN))
                        .at());
        assertEquals(
                2,
                assertInstanceOf(Wrong.class, match(reply, "fa", 0, StreamState.ENDED))
                        .at());
    }

    @Test
    void json_anyMembersAndBlanks_accepted() {
        Bytes stream = json("{ \"name\": \"x\", \"total_size\" : 2 }").plus(Bytes.utf8("hi"));
        assertEquals(new Complete(stream.length()), JSON_HI.match(stream, 0, StreamState.OPEN));
    }

    @Test
    void json_eachPrefix_wantsMoreAndIsWrongWhenEnded() {
        Bytes whole = JSON_HI.canonical();
        for (int have = 0; have < whole.length(); have++) {
            Bytes part = whole.slice(0, have);
            assertInstanceOf(More.class, JSON_HI.match(part, 0, StreamState.OPEN), part.toString());
            Wrong wrong = assertInstanceOf(Wrong.class, JSON_HI.match(part, 0, StreamState.ENDED), part.toString());
            assertEquals(have, wrong.at());
            assertTrue(wrong.why().startsWith("the stream ended "), wrong.why());
        }
    }

    @Test
    void json_wrongSize_saysBoth() {
        assertEquals(
                new Wrong(4, "total_size is 3 where the body has 2 bytes"),
                JSON_HI.match(json("{\"total_size\":3}"), 0, StreamState.OPEN));
        assertEquals(
                new Wrong(4, "total_size is \"2\" where the body has 2 bytes"),
                JSON_HI.match(json("{\"total_size\":\"2\"}"), 0, StreamState.OPEN));
    }

    @Test
    void json_noObject_isWrong() {
        assertEquals(new Wrong(4, "the header is not JSON"), JSON_HI.match(json("{\"a"), 0, StreamState.OPEN));
        assertInstanceOf(Wrong.class, JSON_HI.match(json("[2]"), 0, StreamState.OPEN));
    }

    @Test
    void json_absurdLength_isWrongWithoutWaitingForIt() {
        for (long length : new long[] {-1, 0, 1, 65_537, Integer.MAX_VALUE}) {
            assertEquals(
                    new Wrong(0, "the JSON header's length is " + length),
                    JSON_HI.match(IntegerFormat.I32LE.encode(length), 0, StreamState.OPEN));
        }
    }

    @Test
    void json_withoutBody_endsBehindTheHeader() {
        Reply header = new JsonFramed(JSON, Bytes.utf8("hi"), Framed.Part.HEADER);
        Bytes stream = json("{\"total_size\": 2}");
        assertEquals(new Complete(stream.length()), header.match(stream.plus(Bytes.utf8("x")), 0, StreamState.OPEN));
    }

    static List<Reply> replies() {
        return List.of(
                FAIL,
                FAIL_OR_CLOSED,
                Reply.inOrder(List.of(FAIL, Reply.closed())),
                JSON_HI,
                FRAMED,
                Reply.nothing(),
                Reply.closed());
    }

    @ParameterizedTest
    @MethodSource("replies")
    void canonical_ofEachReply_isAcceptedByIt(Reply reply) {
        Bytes before = Bytes.utf8("zz");
        Bytes stream = before.plus(reply.canonical());
        assertEquals(new Complete(stream.length()), reply.match(stream, 2, StreamState.ENDED));
        assertTrue(!reply.describe().isEmpty());
    }
}
