package io.github.sockspec.conversation;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.bytes.StreamState;
import io.github.sockspec.conversation.LearnedAnswer.Heard;
import io.github.sockspec.conversation.LearnedAnswer.Known;
import io.github.sockspec.conversation.LearnedAnswer.Unknown;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskingsTest {
    private static LearnedAnswer heard(StreamState state, String... answers) {
        return new Askings(Arrays.stream(answers)
                        .map(answer -> new Heard(Bytes.utf8(answer), state))
                        .toList())
                .common();
    }

    private static Known known(String... answers) {
        return assertInstanceOf(Known.class, heard(StreamState.OPEN, answers));
    }

    private static String why(String... answers) {
        return assertInstanceOf(Unknown.class, heard(StreamState.OPEN, answers)).why();
    }

    private static boolean satisfies(Known learned, String answer) {
        return learned.reply()
                .match(Bytes.utf8(answer), 0, StreamState.OPEN)
                .equals(new Match.Complete(answer.length()));
    }

    @Test
    void common_answersThatAreTheSame_areExact() {
        Known learned = known("+PONG\r\n", "+PONG\r\n", "+PONG\r\n");

        assertEquals(Reply.exactly(Bytes.utf8("+PONG\r\n")), learned.reply());
        assertEquals("", learned.differed());
    }

    @Test
    void common_counter_takesAnyNumberHoweverLong() {
        Known learned = known("hit 8 of 9\n", "hit 9 of 9\n", "hit 10 of 9\n");

        assertAll(
                () -> assertTrue(satisfies(learned, "hit 12345 of 9\n")),
                () -> assertTrue(!satisfies(learned, "hit of 9\n")),
                () -> assertTrue(!satisfies(learned, "hit x of 9\n")),
                () -> assertTrue(!satisfies(learned, "hit 11 of 8\n")),
                () -> assertTrue(learned.differed().contains("\"hit 8 of 9\\n\""), learned.differed()));
    }

    @Test
    void common_timeOfDay_takesTheNextHourToo() {
        Known learned = known("at 09:59:57.\n", "at 09:59:58.\n", "at 09:59:59.\n");

        assertAll(
                () -> assertTrue(satisfies(learned, "at 10:00:00.\n")),
                () -> assertTrue(!satisfies(learned, "in 10:00:00.\n")));
    }

    @Test
    void common_octetsThatDiffer_areMasked() {
        Known learned = known("id a3f9;\n", "id b1c2;\n", "id a8e1;\n");

        assertAll(
                () -> assertTrue(satisfies(learned, "id zzzz;\n")),
                () -> assertTrue(!satisfies(learned, "Id a3f9;\n")),
                () -> assertTrue(!satisfies(learned, "id a3f9.\n")));
    }

    @Test
    void common_numberWithNothingBehindIt_isMasked() {
        Known learned = known("n=1", "n=2", "n=3");

        assertTrue(satisfies(learned, "n=7"));
        assertTrue(
                learned.reply().describe().contains("not compared: byte 2"),
                learned.reply().describe());
    }

    @Test
    void common_otherLengths_keepsStartAndEnd() {
        Known learned = known("user bob\r\n", "user alice\r\n", "user carol\r\n");

        assertAll(
                () -> assertTrue(satisfies(learned, "user zoe\r\n")),
                () -> assertTrue(!satisfies(learned, "uses zoe\r\n")));
    }

    @Test
    void common_endThatStandsInsideToo_isUnknown() {
        assertTrue(
                why("a\nb\n", "a\nbcd\nx\n", "a\nbcde\ny\n").contains("nothing stable"),
                "an end that is elsewhere too");
    }

    @Test
    void common_nothingInCommon_asksToBeTold() {
        String why = why("abc", "defg", "hi");

        assertAll(
                () -> assertTrue(why.contains("nothing stable remains"), why),
                () -> assertTrue(why.contains("--hear"), why));
    }

    @Test
    void common_noAnswer_saysSo() {
        assertTrue(why("", "", "").contains("no answer came in 3 askings"));
    }

    @Test
    void common_answerNotEachTime_isUnknown() {
        assertTrue(why("a\n", "", "a\n").contains("not all were answered"));
    }

    @Test
    void common_answerThatEndsTheConnection_awaitsThat() {
        Known learned = assertInstanceOf(Known.class, heard(StreamState.ENDED, "bye\n", "bye\n", "bye\n"));

        assertEquals(Reply.inOrder(List.of(Reply.exactly(Bytes.utf8("bye\n")), Reply.closed())), learned.reply());
    }

    @Test
    void common_endAlone_isAnAnswer() {
        Known learned = assertInstanceOf(Known.class, heard(StreamState.ENDED, "", "", ""));

        assertEquals(Reply.closed(), learned.reply());
    }
}
