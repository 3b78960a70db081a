package io.github.sockspec.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.conversation.Conversation;
import io.github.sockspec.conversation.Conversation.Turn;
import io.github.sockspec.conversation.Marks;
import io.github.sockspec.conversation.Marks.Slot;
import io.github.sockspec.conversation.Marks.Source;
import io.github.sockspec.conversation.Reply;
import io.github.sockspec.delivery.Delivery;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
    /** Says a fresh word, hears it behind an id, and says the id again. */
    private static final Conversation ECHO = Conversation.of(
            "echo",
            new Turn(
                    Bytes.utf8("____\n"),
                    slot(new Slot(0, 4, "word", Source.FRESH)),
                    Reply.inOrder(List.of(Reply.any(2, "id"), Reply.kept("word", 4)))),
            new Turn(
                    Bytes.utf8("__\n"),
                    slot(new Slot(0, 2, "id", Source.KEPT)),
                    Reply.inOrder(List.of(Reply.exactly(Bytes.utf8("for ")), Reply.kept("id", 2)))));

    private static Marks slot(Slot slot) {
        return new Marks(List.of(), List.of(), List.of(slot));
    }

    /** Of what was said and heard on one connection. */
    private static Finding judged(String word, String first, String id, String second) {
        Observation seen = new Observation(List.of(
                new Fact.Sent(Duration.ZERO, 0, Bytes.utf8(word + "\n")),
                new Fact.Received(Duration.ZERO, 0, Bytes.utf8(first)),
                new Fact.Sent(Duration.ZERO, 5, Bytes.utf8(id + "\n")),
                new Fact.Received(Duration.ZERO, 6, Bytes.utf8(second))));
        return ConversationJudge.judge(ECHO, Delivery.of(List.of(5, 3)), seen);
    }

    private static int wrongAt(Finding finding) {
        return assertInstanceOf(Finding.Broken.class, finding).actual().wrongAt();
    }

    @Test
    void judge_freshAndKept_areThoseOfTheConnection() {
        assertEquals(Finding.HOLDS, judged("abcd", "42abcd", "42", "for 42"));
        assertEquals(Finding.HOLDS, judged("efgh", "17efgh", "17", "for 17"));
    }

    @Test
    void judge_staleWord_isWrongWhereItDiffers() {
        assertEquals(2, wrongAt(judged("efgh", "17abcd", "17", "for 17")));
    }

    @Test
    void judge_staleId_isWrongWhereItDiffers() {
        assertEquals(10, wrongAt(judged("efgh", "17efgh", "17", "for 42")));
    }
}
