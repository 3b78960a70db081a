package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.history.Change;
import io.github.sockspec.history.Difference;
import io.github.sockspec.report.Recording;
import io.github.sockspec.truth.BrokenPeer;
import io.github.sockspec.truth.BrokenPeers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The difference between a right server and the same with one thing broken is that thing, and nothing else. */
class BreakingOneThingTest {
    /** Clauses of every grade; those that fill megabytes or sleep are left out. */
    private static final String[] ONLY = {
        "LOGIN-1", "LOGIN-2", "LOGIN-3", "LOGIN-5", "LOGIN-6", "LOGIN-9", "DIGEST-1", "DIGEST-4", "DIGEST-5"
    };

    @TempDir
    private Path directory;

    private Judged judged(Path manifest, String out, String... only) {
        return Judged.of(directory.resolve(out), List.of(manifest), only);
    }

    private static Difference between(Judged before, Judged after) {
        return Difference.of(Recording.of(before.results()), Recording.of(after.results()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login-ignores-what-follows-the-password",
                "login-reads-accounts-once",
                "digest-takes-negative-for-the-end"
            })
    void diff_afterBreakingOneThing_namesItAndNothingElse(String name) throws IOException {
        BrokenPeer broken = BrokenPeers.named(name);
        Judged right = judged(broken.of(), "right", ONLY);
        Path copy = Files.createDirectories(directory.resolve("broken"));

        Difference difference = between(right, judged(broken.build(copy), "wrong", ONLY));

        assertEquals(ExitStatus.REGRESSION, difference.exit());
        assertEquals(
                Set.of(broken.clause().id()),
                difference.changes().stream()
                        .map(change -> change.shown().clause())
                        .collect(Collectors.toSet()),
                () -> difference.changes().stream().map(Change::id).toList().toString());
        assertTrue(difference.changes().stream().allMatch(change -> change.kind() == Change.Kind.BROKEN));
        String file = broken.edits().get(0).file();
        List<String> program = difference.programs().get(0).program();
        assertTrue(program.contains("its files changed: " + file), program::toString);
    }

    @Test
    void diff_ofTwoRunsOfABrokenServer_isEmpty() {
        Path manifest = Judged.SERVERS.resolve("one-recv-login/one-recv-login.yaml");

        Difference difference = between(judged(manifest, "once", "LOGIN-3"), judged(manifest, "twice", "LOGIN-3"));

        assertEquals(List.of(), difference.changes());
        assertEquals(
                List.of("its files are the same"), difference.programs().get(0).program());
        assertEquals(ExitStatus.HOLDS, difference.exit());
    }
}
