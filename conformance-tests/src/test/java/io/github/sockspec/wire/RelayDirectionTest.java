package io.github.sockspec.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.DatagramPassage;
import io.github.sockspec.delivery.DatagramPlan;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RelayDirectionTest {
    private static final int ALL = Integer.MAX_VALUE;

    /** What comes out at moment {@code now} when {@code datagrams} were taken at moment 0. */
    private static String out(List<DatagramPassage> plan, String datagrams, long now) {
        RelayDirection<String> lane = new RelayDirection<>(new DatagramPlan(plan));
        for (String each : datagrams.split(" ", -1)) {
            lane.take("there", Bytes.utf8(each), 0);
        }
        return lane.due(now).stream()
                .map(parcel -> parcel.datagram().decode(UTF_8))
                .collect(Collectors.joining(" "));
    }

    private static DatagramPassage passage(int copies, int kept, int overtakenBy) {
        return new DatagramPassage(copies, kept, overtakenBy, Duration.ZERO);
    }

    @Test
    void due_beyondThePlan_asTaken() {
        assertEquals("a b c", out(List.of(), "a b c", 0));
    }

    @Test
    void due_copies_lostOrRepeated() {
        assertEquals("b b c", out(List.of(passage(0, ALL, 0), passage(2, ALL, 0)), "a b c", 0));
    }

    @Test
    void due_truncated_keepsTheStart() {
        assertEquals("he hello", out(List.of(passage(1, 2, 0)), "hello hello", 0));
    }

    @Test
    void due_overtaken_comesBehindSoMany() {
        assertEquals("b c a d", out(List.of(passage(1, ALL, 2)), "a b c d", 0));
    }

    /** A lost datagram overtakes too, or the one held for it would never go. */
    @Test
    void due_overtakenByLost_released() {
        assertEquals("a", out(List.of(passage(1, ALL, 1), passage(0, ALL, 0)), "a b", 0));
    }

    @Test
    void due_delayed_onlyWhenTimeHasPassed() {
        List<DatagramPassage> late = List.of(new DatagramPassage(1, ALL, 0, Duration.ofNanos(10)));
        assertEquals("b", out(late, "a b", 9));
        assertEquals("a b", out(late, "a b", 10));
    }
}
