package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.manifest.Manifests;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients of a protocol that nobody knew before: the harness takes the server's part of its file. */
class WrittenClientTest {
    @TempDir
    private Path out;

    private Judged judged(String manifest, String... only) {
        return WrittenPrograms.judged(out, manifest, only);
    }

    /** Requires one clause to fail and no other. */
    private void failsOnly(String clause, String manifest, String... only) {
        judged(manifest, only).requires(Set.of(clause), Set.of());
    }

    @Test
    void run_clientOfTheCounter_holdsEveryClause() {
        Judged judged = judged("counter-client.yaml");

        judged.requiresNoAlarm();
        assertEquals(
                Set.of("STREAM-C1", "STREAM-C2", "STREAM-C3", "STREAM-C4", "STREAM-C5"),
                judged.clauses(Outcome.PASS),
                judged::text);
    }

    @Test
    void run_clientThatConnectsAgain_holdsBrokenReplies() {
        Judged judged = judged("counter-client-again.yaml", "STREAM-C1", "STREAM-C4");

        judged.requiresNoAlarm();
        assertEquals(Set.of("STREAM-C1", "STREAM-C4"), judged.clauses(Outcome.PASS), judged::text);
    }

    @Test
    void run_clientThatTakesOneReadForAReply_failsCutsAlone() {
        failsOnly("STREAM-C2", "counter-client-one-recv.yaml");
    }

    @Test
    void run_clientThatSpinsAtTheEndOfTheStream_failsItsEndAlone() {
        failsOnly("STREAM-C4", "counter-client-spins.yaml", "counter/client/*/sum@*");
    }

    @Test
    void run_clientThatIgnoresAReset_failsItsEndAlone() {
        Judged judged = judged("counter-client-ignores-reset.yaml", "counter/client/*/sum@*");

        judged.requires(Set.of("STREAM-C4"), Set.of());
        assertEquals(
                List.of("counter/client/STREAM-C4/sum@rst-at-each-byte"),
                judged.cases(Outcome.FAIL).stream().map(CaseResult::id).toList());
    }

    @Test
    void run_clientThatStoresAllThatComes_failsMemoryAlone() {
        failsOnly("STREAM-C5", "counter-client-stores.yaml", "STREAM-C1", "STREAM-C5");
    }

    @Test
    void read_answerThatTheHarnessCanNotSay_refusedWithTheReason() throws IOException {
        for (String heard : List.of("{until: \"\\n\"}", "{any: 4}", "learned")) {
            Path manifest = Files.writeString(out.resolve("client.yaml"), """
                    name: client
                    role: client
                    start: {command: [client, "{port}"]}
                    protocol:
                      conversations:
                        one: [{say: "?", hear: %s}]
                    """.formatted(heard));

            RuntimeException wrong = assertThrows(RuntimeException.class, () -> Manifests.read(manifest));

            assertTrue(String.valueOf(wrong.getMessage()).contains("client.yaml:6"), wrong::getMessage);
            assertTrue(
                    String.valueOf(wrong.getMessage())
                            .contains("a client hears exact bytes, because the harness sends them; allowed: {hex:"),
                    wrong::getMessage);
        }
    }
}
