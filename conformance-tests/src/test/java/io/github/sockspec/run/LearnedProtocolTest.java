package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that nobody has written down: asked of the program itself, and from then on the same by every delivery. */
class LearnedProtocolTest {
    @TempDir
    private Path out;

    private Judged judged(String manifest, String... only) {
        return WrittenPrograms.judged(out, manifest, only);
    }

    private static List<String> learned(Judged judged) {
        return judged.results().runs().get(0).learned();
    }

    private static String line(Judged judged, String conversation) {
        return learned(judged).stream()
                .filter(line -> line.startsWith(conversation + ", "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void run_answersWithNumbersTimesAndTokens_raisesNoAlarm() {
        Judged judged = judged("answers-learned.yaml", "STREAM-1", "STREAM-2", "STREAM-3", "STREAM-4", "STREAM-11");

        judged.requiresNoAlarm();
        assertEquals(5, learned(judged).size(), learned(judged)::toString);
        assertAll(
                () -> assertEquals("again, message 1: \"you said again\\n\"", line(judged, "again")),
                () -> assertTrue(line(judged, "count").contains("numbers in it differed"), line(judged, "count")),
                () -> assertTrue(line(judged, "time").contains("numbers in it differed"), line(judged, "time")),
                () -> assertTrue(line(judged, "token").contains("not compared: byte 6 to 21"), line(judged, "token")),
                () -> assertTrue(line(judged, "leave").contains("the end of the stream"), line(judged, "leave")));
    }

    @Test
    void run_answersThatCantBeLearned_areInconclusiveWithOneClearLine() {
        Judged judged = judged("answers-unlearnable.yaml", "STREAM-1");

        List<String> why = judged.cases(Outcome.INCONCLUSIVE).stream()
                .map(CaseResult::reason)
                .toList();
        assertEquals(2, why.size(), why::toString);
        assertAll(
                () -> assertTrue(
                        why.stream().anyMatch(each -> each.contains("no answer came in 3 askings")), why::toString),
                () -> assertTrue(why.stream().anyMatch(each -> each.contains("nothing stable remains")), why::toString),
                () -> assertEquals(1, judged.cases(Outcome.PASS).size(), judged::text),
                () -> assertTrue(
                        judged.cases(Outcome.NOT_APPLICABLE).get(0).reason().contains("message 2 can't be said"),
                        judged::text));
    }
}
