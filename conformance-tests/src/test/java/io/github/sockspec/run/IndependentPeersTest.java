package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Right programs in other languages: each is there, starts and holds a plain conversation. And what the suite once said
 * wrongly of one of them, it says no more.
 */
class IndependentPeersTest {
    private static final Path PEERS = Judged.SERVERS.resolve("independent");

    @TempDir
    private Path out;

    static List<String> languages() {
        return List.of("c", "java", "javascript", "perl", "ruby");
    }

    private static List<Path> manifests(String language) throws IOException {
        try (Stream<Path> files = Files.list(PEERS.resolve(language))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void run_plainConversations_allHold(String language) throws IOException {
        List<Path> peers = manifests(language);

        Judged judged = Judged.of(
                out,
                peers,
                "*/LOGIN-1/plain@*",
                "*/EXEC-1/plain@*",
                "*/HELLO-1/plain@*",
                "*/DIGEST-1/plain@*",
                "*/LOGIN-C1/*@whole",
                "*/EXEC-C1/marked@*",
                "*/HELLO-C1/hello@answered",
                "*/DIGEST-C1/plain@whole",
                "*/DIGEST-T1/one-byte@*");

        judged.requiresNoAlarm();
        assertEquals(peers.size(), judged.results().runs().size());
        assertTrue(
                judged.results().runs().stream().noneMatch(run -> run.cases().isEmpty()),
                "each has a plain conversation among these cases");
    }

    @Test
    void languages_areAllThereAre() throws IOException {
        try (Stream<Path> directories = Files.list(PEERS)) {
            assertEquals(
                    new TreeSet<>(languages()),
                    directories
                            .map(each -> String.valueOf(each.getFileName()))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /** To serve more than one client at a time is a SHOULD: what is carried side by side must not make it a MUST. */
    @Test
    void run_oneClientAtATime_noMustFails() {
        Judged judged =
                Judged.of(out, "independent/perl/login-server-one-at-a-time.yaml", "*@stalled", "LOGIN-7", "LOGIN-8");

        judged.requires(Set.of(), Set.of("LOGIN-8"));
        assertEquals(Set.of(), judged.clauses(Outcome.INCONCLUSIVE), judged::text);
    }

    /** What a collector has not collected yet is not kept. */
    @Test
    void run_floodToACollectedRuntime_isNotTakenForStored() {
        Judged.of(out, "independent/javascript/login-server-byte-by-byte.yaml", "LOGIN-7")
                .requiresNoAlarm();
    }

    @Test
    void run_ipv6_everyCutIsConfirmedAndTheDepartedAreSeenToHaveLeft() {
        List<Path> peers = List.of(
                PEERS.resolve("ruby/login-server-ipv6.yaml"),
                PEERS.resolve("c/hello-server-ipv6.yaml"),
                PEERS.resolve("c/hello-client-ipv6.yaml"));

        Judged judged = Judged.of(out, peers, "*@every-cut", "HELLO-5", "HELLO-C1", "HELLO-C4");

        judged.requiresNoAlarm();
        assertTrue(judged.cases().stream().anyMatch(each -> each.tally().tried() > 0));
        assertTrue(judged.cases().stream()
                .allMatch(each -> each.tally().confirmed() == each.tally().tried()));
    }
}
