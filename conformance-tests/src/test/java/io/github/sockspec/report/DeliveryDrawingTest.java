package io.github.sockspec.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.observation.Observation;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryDrawingTest {
    private static final List<Bytes> WRITES = List.of(Bytes.utf8("e"), Bytes.utf8("cho hi\n"));

    @Test
    void of_confirmedCut_showsIt() {
        assertEquals(
                List.of(
                        "write 1   \"e\"",
                        "────────  read by the program (confirmed)",
                        "write 2   \"cho hi\\n\"",
                        "then      kept open"),
                DeliveryDrawing.of(Recording.delivered(Sample.smallest(WRITES, "keep", "prompt", Sample.CUT))));
    }

    @Test
    void of_timedStalledCutThenReset_saysAllThree() {
        Observation seen = new Observation(List.of(
                new Fact.Sent(Sample.micros(1), 0, WRITES.get(0)),
                new Fact.Taken(Sample.micros(2), 1, Fact.How.TIMED),
                new Fact.Sent(Sample.micros(3), 1, WRITES.get(1))));

        List<String> lines = DeliveryDrawing.of(Recording.delivered(Sample.smallest(WRITES, "rst", "stalled", seen)));

        assertEquals("────────  a gap was waited (timed), then a long pause", lines.get(1));
        assertEquals("then      reset (RST)", lines.get(3));
    }

    @Test
    void of_replyBetweenWrites_saysSo() {
        Observation seen = new Observation(List.of(
                new Fact.Sent(Sample.micros(1), 0, WRITES.get(0)),
                new Fact.Received(Sample.micros(2), 0, Bytes.utf8("x")),
                new Fact.Sent(Sample.micros(3), 1, WRITES.get(1))));

        assertEquals(
                "────────  the reply was awaited",
                DeliveryDrawing.of(Recording.delivered(Sample.smallest(WRITES, "keep", "prompt", seen)))
                        .get(1));
    }

    @Test
    void of_neverRead_saysSo() {
        Observation seen = new Observation(List.of(new Fact.Unread(Sample.micros(1), 1, Sample.micros(300_000))));

        assertEquals(
                "────────  not read by the program in time",
                DeliveryDrawing.of(Recording.delivered(Sample.smallest(WRITES, "keep", "prompt", seen)))
                        .get(1));
    }

    @Test
    void of_thousandWrites_leavesTheMiddleOut() {
        List<Bytes> writes = Collections.nCopies(1000, Bytes.utf8("x"));

        List<String> lines = DeliveryDrawing.of(
                Recording.delivered(Sample.smallest(writes, "fin", "prompt", new Observation(List.of()))));

        assertTrue(lines.size() < 30, () -> lines.size() + " lines");
        assertTrue(lines.contains("  …       988 more writes"), lines::toString);
        assertTrue(lines.contains("write 1000 \"x\""), lines::toString);
    }

    @Test
    void of_brokenOffBeforeTheLastWrite_saysItWasNotSent() {
        List<Bytes> writes = List.of(WRITES.get(0), WRITES.get(1), Bytes.utf8("echo bye\n"));

        assertEquals(
                List.of(
                        "write 1   \"e\"",
                        "────────  read by the program (confirmed)",
                        "write 2   \"cho hi\\n\"",
                        "not sent  1 more, for it had failed by then",
                        "then      kept open"),
                DeliveryDrawing.of(Recording.delivered(Sample.smallest(writes, "keep", "prompt", Sample.CUT))));
    }

    @Test
    void of_nothingWritten_showsTheEndOnly() {
        assertEquals(
                List.of("then      half-closed (FIN), still listening"),
                DeliveryDrawing.of(Recording.delivered(
                        Sample.smallest(List.of(), "half-close", "prompt", new Observation(List.of())))));
    }
}
