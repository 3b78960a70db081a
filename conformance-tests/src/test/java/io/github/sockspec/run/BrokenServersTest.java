package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.spec.Level;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every small difference that breaks a clause is found out, by that clause and with the right words. */
class BrokenServersTest {
    /** A defect is to be seen in a line or two, not looked for. */
    private static final int MOST_LINES = 8;

    @TempDir
    private Path directory;

    static Stream<BrokenServer> servers() {
        return BrokenServer.all();
    }

    @ParameterizedTest
    @MethodSource("servers")
    void run_brokenServer_failsItsClauseWithTheIntendedWords(BrokenServer server) throws IOException {
        Path manifest = server.build(directory);
        Judged judged = Judged.of(
                directory.resolve("out"), List.of(manifest), server.clause().id());
        Outcome outcome = server.clause().level() == Level.MUST ? Outcome.FAIL : Outcome.WARN;
        assertTrue(
                judged.cases(outcome).stream()
                        .map(CaseResult::reason)
                        .anyMatch(reason -> reason.contains(server.says())),
                () -> server + " must say \"" + server.says() + "\":\n" + judged.text());
    }

    @Test
    void servers_areSmallDifferencesWithNamesOfTheirOwn() {
        Set<String> names = new HashSet<>();
        BrokenServer.all().forEach(server -> {
            assertTrue(names.add(server.name()), () -> server + " is there twice");
            long lines = server.edits().stream()
                    .mapToLong(edit -> edit.with().lines().count())
                    .sum();
            assertTrue(lines <= MOST_LINES, () -> server + " changes " + lines + " lines");
        });
        assertEquals(57, names.size(), "broken servers: adapt this number, so that none is lost unseen");
    }
}
