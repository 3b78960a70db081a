package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.manifest.Manifests;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A protocol that nobody knew before: files alone, judged, and its broken twin fails. */
class WrittenProtocolTest {
    @TempDir
    private Path out;

    private Judged judged(String manifest, String... only) {
        return WrittenPrograms.judged(out, manifest, only);
    }

    @Test
    void run_counter_holdsEveryClause() {
        Judged judged = judged("counter-server.yaml");

        judged.requiresNoAlarm();
        assertTrue(
                judged.clauses(Outcome.PASS)
                        .containsAll(Set.of(
                                "STREAM-1",
                                "STREAM-2",
                                "STREAM-3",
                                "STREAM-4",
                                "STREAM-5",
                                "STREAM-6",
                                "STREAM-7",
                                "STREAM-8",
                                "STREAM-9",
                                "STREAM-10",
                                "STREAM-11")),
                judged::text);
    }

    @Test
    void run_counterThatTakesOneReadForARequest_failsCutsAndJoins() {
        Judged judged = judged("counter-one-recv.yaml", "STREAM-1", "STREAM-2", "STREAM-3");

        assertEquals(Set.of("STREAM-2", "STREAM-3"), judged.clauses(Outcome.FAIL), judged::text);
    }

    /** Each clause of a stream is failed by a twin that makes the mistake it is about. */
    @ParameterizedTest
    @CsvSource({
        "miscounts, STREAM-1",
        "drops-joined, STREAM-3",
        "leaves-at-a-half-close, STREAM-4",
        "dies-of-a-reset, STREAM-5",
        "dies-of-garbage, STREAM-6",
        "leaks, STREAM-7",
        "one-at-a-time, STREAM-8",
        "does-not-reuse, STREAM-10",
        "answers-at-the-end, STREAM-11"
    })
    void run_counterWithAMistake_failsItsClause(String mistake, String clause) throws IOException {
        Path manifest = Files.writeString(
                out.resolve("counter.yaml"),
                "name: %s\nprotocol: %s\nrole: server\nstart: {command: [python3, %s, \"{port}\", %s]}\n"
                        .formatted(
                                mistake,
                                WrittenPrograms.FILES.resolve("counter.yaml").toAbsolutePath(),
                                WrittenPrograms.FILES.resolve("counter.py").toAbsolutePath(),
                                mistake));

        Judged judged = Judged.of(out.resolve("run"), List.of(manifest), clause);

        Set<String> failed = new TreeSet<>(judged.clauses(Outcome.FAIL));
        failed.addAll(judged.clauses(Outcome.WARN));
        assertEquals(Set.of(clause), failed, judged::text);
    }

    @Test
    void run_answersThatRepeatWhatDiffersWithEachConnection_raiseNoAlarm() {
        Judged judged = judged("words-server.yaml");

        judged.requiresNoAlarm();
        assertTrue(
                judged.clauses(Outcome.PASS).containsAll(Set.of("STREAM-1", "STREAM-2", "STREAM-5", "STREAM-8")),
                judged::text);
    }

    @Test
    void run_answersFromMemory_fail() {
        CaseResult result = judged("words-stale.yaml", "words/server/STREAM-2/repeat@every-cut")
                .cases()
                .get(0);

        assertEquals(Outcome.FAIL, result.outcome(), result::reason);
    }

    @Test
    void cases_ofAWrittenProtocol_areNamedAfterIt() {
        List<String> ids = Catalogue.of(Manifests.read(WrittenPrograms.FILES.resolve("counter-server.yaml"))).stream()
                .map(Case::id)
                .toList();

        assertTrue(ids.contains("counter/server/STREAM-2/add@every-cut"), ids::toString);
        assertTrue(ids.contains("counter/server/STREAM-7/ask@200-disconnects"), ids::toString);
        assertEquals(ids.size(), Set.copyOf(ids).size());
    }

    @Test
    void failure_ofACut_isShownAtTheSmallestOne() {
        CaseResult result = judged("counter-one-recv.yaml", "counter/server/STREAM-2/add@every-cut")
                .cases()
                .get(0);

        assertEquals(Outcome.FAIL, result.outcome(), result::reason);
        assertEquals(
                List.of(1, 3, 3, 2),
                result.smallest().orElseThrow().occasion().writes().stream()
                        .map(each -> each.length())
                        .toList());
    }
}
