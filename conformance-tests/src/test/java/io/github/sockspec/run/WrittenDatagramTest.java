package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A protocol over UDP that nobody knew before: files alone, judged, and each broken twin fails its clause. */
class WrittenDatagramTest {
    @TempDir
    private Path out;

    private Judged judged(String manifest, String... only) {
        return WrittenPrograms.judged(out, manifest, only);
    }

    @Test
    void run_lengths_holdsEveryClause() {
        Judged judged = judged("lengths-server.yaml");

        judged.requiresNoAlarm();
        assertEquals(
                Set.of("DATAGRAM-1", "DATAGRAM-2", "DATAGRAM-3", "DATAGRAM-4", "DATAGRAM-5", "DATAGRAM-6"),
                judged.clauses(Outcome.PASS),
                judged::text);
    }

    @ParameterizedTest
    @CsvSource({
        "port, DATAGRAM-1/ask@as-sent, the reply came from another port than the one that was asked",
        "stale, DATAGRAM-1/ask@as-sent, the reply to",
        "joins, DATAGRAM-2/ask@repeated, several replies were joined into one datagram",
        "forgets, DATAGRAM-2/ask@duplicated, 32 of 64 datagrams were not answered",
        "swaps, DATAGRAM-3/ask@interleaved, a reply went to another asker than the one that asked",
        "empty, DATAGRAM-4/ask@empty, 'after the datagram \"\", another asker is not served'",
        "dies, DATAGRAM-5/ask@departed, 'after an asker whose port was gone, another asker is not served'",
        "twice, DATAGRAM-6/ask@as-sent, more than one datagram was sent for one that was received"
    })
    void run_brokenTwin_failsItsClause(String twin, String asked, String reason) {
        CaseResult result = judged("lengths-" + twin + ".yaml", "lengths/server/" + asked)
                .cases()
                .get(0);

        assertEquals(Outcome.FAIL, result.outcome(), result::reason);
        assertEquals(
                reason,
                result.reason()
                        .substring(0, Math.min(reason.length(), result.reason().length())));
    }
}
