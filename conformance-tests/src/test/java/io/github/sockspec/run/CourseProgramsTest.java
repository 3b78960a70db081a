package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sockspec.docs.Sockspec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The seven programs of the course as they are, at 192.168.13.22 and the ports that they fix. This machine has no such address,
 * so that each command runs once more in a private network: here it is started as a user starts it.
 */
class CourseProgramsTest {
    private static final String FORBIDDEN = "this system allows no private network namespace";
    private static final Path PROGRAMS = Judged.SERVERS.resolve("course-fixed");

    @TempDir
    private Path out;

    /** What a command says of some of the seven, with a report in {@link #out}. */
    private Sockspec.Outcome sockspec(String command, String programs, String... more)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(Sockspec.command(out).toString(), command));
        for (String program : programs.split(" ", -1)) {
            words.addAll(List.of(
                    "-i", PROGRAMS.resolve("course-" + program + ".yaml").toString()));
        }
        words.addAll(List.of("--out", out.toString()));
        words.addAll(List.of(more));
        return Sockspec.outcome(new ProcessBuilder(words), out);
    }

    /** Each client takes one recv for one reply, and what a relay does to a reply is legal; the servers hold. */
    @Test
    void pair_bothFixTheSameAddress_clientsBreakAndServersHold() throws IOException, InterruptedException {
        Sockspec.Outcome outcome = sockspec("pair", "login-client exec-client login-server exec-server");
        if (outcome.said().contains(FORBIDDEN)) {
            assertEquals(ExitStatus.TROUBLE.code(), outcome.status(), outcome::said);
            return;
        }
        assertAll(
                () -> assertTrue(outcome.said().contains("""
                                | client | course-login-server | course-exec-server |
                                | --- | --- | --- |
                                | course-login-client | client breaks (replies) | not a pair |
                                | course-exec-client | not a pair | client breaks (replies) |
                                """), outcome::said),
                () -> assertEquals(ExitStatus.BROKEN.code(), outcome.status(), outcome::said));
    }

    @Test
    void run_helloLoginAndDigest_failWhatTheCourseTeaches() throws IOException, InterruptedException {
        Sockspec.Outcome outcome =
                sockspec("run", "login-server hello-server hello-client md5-tool login-client", "--samples", "16");
        if (allowed(outcome)) {
            requires("login-server", "LOGIN-1 LOGIN-2", "LOGIN-5 LOGIN-6 LOGIN-7 LOGIN-10", "LOGIN-8 LOGIN-9");
            requires("login-client", "LOGIN-C1 LOGIN-C3", "LOGIN-C2 LOGIN-C4", "");
            requires("hello-server", "HELLO-1 HELLO-2 HELLO-3 HELLO-4 HELLO-5 HELLO-6", "", "");
            requires("hello-client", "HELLO-C1", "", "HELLO-C2 HELLO-C3 HELLO-C4");
            requires("md5-tool", "DIGEST-T1", "DIGEST-T2", "");
        }
    }

    /** What runs for ever behind the end of its client's stream says nothing of what it answered before that. */
    @Test
    void run_execServerThatAnswersTheEndOfTheStream_holdsWhatItAnswersBefore()
            throws IOException, InterruptedException {
        Sockspec.Outcome outcome = sockspec(
                "run",
                "exec-server",
                only("EXEC-1", "EXEC-2", "EXEC-3", "EXEC-4", "EXEC-7", "EXEC-8", "EXEC-9", "EXEC-13", "EXEC-19"));
        if (allowed(outcome)) {
            requires("exec-server", "EXEC-1 EXEC-2 EXEC-3 EXEC-4 EXEC-8", "EXEC-7 EXEC-9", "EXEC-13 EXEC-19");
        }
    }

    private static String[] only(String... clauses) {
        return Arrays.stream(clauses)
                .flatMap(clause -> List.of("--only", clause).stream())
                .toArray(String[]::new);
    }

    private static boolean allowed(Sockspec.Outcome outcome) {
        boolean forbidden = outcome.said().contains(FORBIDDEN);
        assertEquals(
                (forbidden
                                ? ExitStatus.TROUBLE
                                : outcome.said().contains("BROKEN") ? ExitStatus.BROKEN : ExitStatus.HOLDS)
                        .code(),
                outcome.status(),
                outcome::said);
        return !forbidden;
    }

    /** Requires these clauses of a program to hold, and no others to fail and to warn; nothing stays open. */
    private void requires(String program, String hold, String fail, String warn) throws IOException {
        JsonNode cases = cases("course-" + program);
        Set<String> unharmed = clauses(cases, "pass");
        List.of("fail", "warn", "inconclusive").forEach(verdict -> unharmed.removeAll(clauses(cases, verdict)));
        assertAll(
                () -> assertTrue(unharmed.containsAll(split(hold)), () -> program + " holds " + unharmed),
                () -> assertEquals(split(fail), clauses(cases, "fail"), () -> program + " fails"),
                () -> assertEquals(split(warn), clauses(cases, "warn"), () -> program + " warns"),
                () -> assertEquals(Set.of(), clauses(cases, "inconclusive"), () -> program + " is left open"));
    }

    private JsonNode cases(String program) throws IOException {
        JsonNode runs = new ObjectMapper()
                .readTree(out.resolve("results.json").toFile())
                .path("runs");
        return StreamSupport.stream(runs.spliterator(), false)
                .filter(run -> run.path("implementation").path("name").asText().equals(program))
                .findFirst()
                .orElseThrow()
                .path("cases");
    }

    private static Set<String> clauses(JsonNode cases, String verdict) {
        return StreamSupport.stream(cases.spliterator(), false)
                .filter(each -> each.path("verdict").asText().equals(verdict))
                .map(each -> each.path("clause").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> split(String clauses) {
        return clauses.isEmpty() ? Set.of() : new TreeSet<>(List.of(clauses.split(" ", -1)));
    }
}
