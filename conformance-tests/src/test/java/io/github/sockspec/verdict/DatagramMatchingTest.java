package io.github.sockspec.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatagramMatchingTest {
    private static final Bytes OK = Bytes.utf8("ok");

    /** What fits both is given to the one that nothing else fits. */
    @Test
    void most_replyThatFitsTwo_isLeftToTheOneThatNeedsIt() {
        List<Reply> due = List.of(Reply.any(2), Reply.exactly(OK));

        assertEquals(2, DatagramMatching.most(due, List.of(OK, Bytes.utf8("xx"))));
        assertEquals(2, DatagramMatching.most(due, List.of(Bytes.utf8("xx"), OK)));
    }

    @Test
    void most_oneReplyForTwo_isOne() {
        assertEquals(1, DatagramMatching.most(List.of(Reply.exactly(OK), Reply.exactly(OK)), List.of(OK)));
    }

    @Test
    void most_moreRepliesThanDue_isWhatWasDue() {
        assertEquals(1, DatagramMatching.most(List.of(Reply.exactly(OK)), List.of(OK, OK, OK)));
        assertEquals(0, DatagramMatching.most(List.of(), List.of(OK)));
    }
}
