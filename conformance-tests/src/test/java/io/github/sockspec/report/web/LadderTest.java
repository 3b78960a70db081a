package io.github.sockspec.report.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.report.RecordedFact;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LadderTest {
    @Test
    void of_cutThatWasRead_standsBetweenItsWrites() {
        SequenceDiagram ladder = ladder(
                Recorded.fact(0.1, "connected", null),
                Recorded.bytes(0.2, "sent", 0, "c"),
                Recorded.taken(0.4, 1, "confirmed"),
                Recorded.bytes(0.5, "sent", 1, "hen|123\n"));

        assertEquals(List.of("note", "write", "read", "write"), kinds(ladder));
        assertEquals(List.of("cut behind byte 1"), texts(ladder.cuts()));
        int cut = ladder.cuts().get(0).y();
        assertTrue(ladder.bars().get(1).y() < cut && cut < ladder.bars().get(3).y());
    }

    @Test
    void of_readOfAWrite_reachesFromItsSendingToItsConfirmation() {
        SequenceDiagram ladder = ladder(Recorded.bytes(0.2, "sent", 0, "c"), Recorded.taken(0.4, 1, "confirmed"));

        SequenceDiagram.Bar write = ladder.bars().get(0);
        SequenceDiagram.Bar read = ladder.bars().get(1);
        assertEquals(write.y(), read.y());
        assertTrue(read.height() > write.height());
    }

    @Test
    void of_timedCut_isNotShownAsConfirmed() {
        SequenceDiagram ladder = ladder(Recorded.bytes(0.2, "sent", 0, "c"), Recorded.taken(5.4, 1, "timed"));

        assertEquals("timed", ladder.bars().get(1).kind());
        assertTrue(ladder.label().contains("0 confirmed as read on their own, 1 timed"), ladder.label());
    }

    @Test
    void of_replyWithTheWrongByte_isMarked() {
        SequenceDiagram ladder =
                ladder(Recorded.bytes(0.2, "sent", 0, "chen|123\n"), Recorded.bytes(0.9, "received", 0, "fail"));

        assertEquals("reply wrong", ladder.bars().get(1).kind());
        assertEquals("✕ wrong: byte 0", ladder.bars().get(2).text());
    }

    @Test
    void of_longSilence_breaksTheAxis() {
        SequenceDiagram ladder =
                ladder(Recorded.bytes(0.2, "sent", 0, "c"), Recorded.fact(2000.2, "quiet", "for 2.0 s"));

        assertEquals(List.of("2.0 s later"), texts(ladder.breaks()));
        assertEquals("sends nothing for 2.0 s", ladder.bars().get(1).text());
    }

    @Test
    void of_ends_tellFinFromReset() {
        SequenceDiagram ladder = ladder(
                Recorded.fact(0.1, "ended", "half-close"),
                Recorded.fact(0.2, "peer-finished", null),
                Recorded.fact(0.3, "peer-reset", null));

        assertEquals(List.of("fin", "fin", "rst"), kinds(ladder));
        assertEquals(
                List.of(true, false, false),
                ladder.arrows().stream().map(SequenceDiagram.Arrow::right).toList());
    }

    @Test
    void of_manyFacts_leavesTheMiddleToTheWords() {
        RecordedFact[] facts = IntStream.range(0, 500)
                .mapToObj(index -> Recorded.bytes(index, "sent", index, "x"))
                .toArray(RecordedFact[]::new);
        SequenceDiagram ladder = ladder(facts);

        assertEquals(48, ladder.bars().size());
        assertEquals(List.of("452 more writes and reads, in words below"), texts(ladder.breaks()));
    }

    @Test
    void of_factOfALaterRelease_isShownAsItIs() {
        assertEquals(
                "sneezed twice",
                ladder(Recorded.fact(1, "sneezed", "twice")).bars().get(0).text());
    }

    private static SequenceDiagram ladder(RecordedFact... facts) {
        return SequenceDrawing.of(new Recorded.Case("LOGIN-3", "fail").seen(facts), Recorded.program("mine"))
                .get(0);
    }

    private static List<String> kinds(SequenceDiagram ladder) {
        return ladder.bars().stream()
                .map(SequenceDiagram.Bar::kind)
                .filter(kind -> !kind.equals("unsent"))
                .toList();
    }

    private static List<String> texts(List<SequenceDiagram.Tick> ticks) {
        return ticks.stream().map(SequenceDiagram.Tick::text).toList();
    }
}
