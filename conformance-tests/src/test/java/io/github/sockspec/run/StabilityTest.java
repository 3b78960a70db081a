package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.manifest.Manifests;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.truth.BrokenPeer;
import io.github.sockspec.truth.BrokenPeers;
import io.github.sockspec.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Right servers and ten broken ones, judged again and again while busy threads use every core: the same each time. The
 * property {@code sockspec.stability} says how often; the gate says 20 times.
 */
class StabilityTest {
    private static final int TIMES = Integer.getInteger("sockspec.stability", 2);
    private static final int BUSY_THREADS_PER_CORE = 2;

    private static final List<String> RIGHT = List.of("correct-login", "correct-exec", "correct-digest");

    /** Ways to be wrong that show in bytes, in silence, in an end, and in what another client gets. */
    private static final List<String> BROKEN = List.of(
            "login-prefix-is-enough",
            "login-closes-after-fail",
            "login-drops-what-came-behind",
            "login-dies-of-a-reset",
            "login-one-client-at-a-time",
            "exec-big-endian",
            "exec-drops-errors",
            "exec-says-nothing-to-silence",
            "digest-of-the-last-chunk",
            "digest-state-stays");

    /** Quick cases, at least one that shows each of them. */
    private static final List<String> CASES = List.of(
            "LOGIN-1",
            "LOGIN-2",
            "login/server/LOGIN-4/accepted@joined",
            "login/server/LOGIN-6/plain@rst-at-each-byte",
            "login/server/LOGIN-8/plain@beside-silence",
            "exec/server/EXEC-1/plain@whole",
            "EXEC-2",
            "EXEC-3",
            "digest/server/DIGEST-2/*@whole",
            "DIGEST-4");

    @TempDir
    private Path directory;

    @Test
    void loaded_rightAndBrokenPeers_sayTheSameEachTime() throws IOException {
        List<Implementation> servers = new ArrayList<>();
        for (String name : RIGHT) {
            servers.add(Manifests.read(Judged.SERVERS.resolve("correct/" + name + ".yaml")));
        }
        List<BrokenPeer> broken = BROKEN.stream().map(BrokenPeers::named).toList();
        for (BrokenPeer each : broken) {
            Path own = Files.createDirectory(directory.resolve(each.name()));
            servers.add(Manifests.read(each.build(own)));
        }
        Selection selection = new Selection(CASES.stream().map(Glob::new).toList(), List.of(), Optional.empty());
        Plan plan = new Plan(
                servers,
                selection,
                new Sampling(42, 4),
                directory.resolve("out"),
                Gate.of(KnownFailures.NONE),
                2,
                Shard.WHOLE);
        Stability stability = new Stability(plan, (condition, number, took) -> {});

        stability.loaded(TIMES, BUSY_THREADS_PER_CORE);

        List<VerdictCounts> unstable =
                stability.recurrences().stream().filter(each -> !each.stable()).toList();
        assertEquals(List.of(), unstable);
        for (String name : RIGHT) {
            assertEquals(List.of(), failing(stability, name));
        }
        for (BrokenPeer each : broken) {
            assertTrue(failing(stability, each.name()).contains(each.clause().id()), each::name);
        }
    }

    private static List<String> failing(Stability stability, String implementation) {
        return stability.recurrences().stream()
                .filter(each -> each.implementation().equals(implementation))
                .filter(each -> Stream.of(Outcome.FAIL, Outcome.WARN).anyMatch(each::always))
                .map(each -> each.clause().id())
                .toList();
    }
}
