package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.protocol.Grade;
import io.github.sockspec.protocol.Level;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that are wrong in several ways, or hostile: exactly what is known of them comes out. The matrix has the others. */
class KnownServersTest {
    @TempDir
    private Path out;

    @Test
    void run_oneReadOneRequest_failsCutAndJoinedRequestsOnly() {
        Judged judged = Judged.of(out, "one-recv-login/one-recv-login.yaml");
        judged.requires(Set.of("LOGIN-3", "LOGIN-4"), Set.of());
        assertEquals(ExitStatus.BROKEN, judged.results().exit());
        // One fault reads as one: what a clause asks beside a cut or a join is asked without it.
        assertEquals(Set.of(), judged.clauses(Outcome.INCONCLUSIVE), judged::text);
        assertEquals(
                "[\"c\", \"hen|123\\n\", \"chen|12\\n\"]",
                smallest(judged, "login/server/LOGIN-3/accepted@every-cut"),
                "one cut");
    }

    private static String smallest(Judged judged, String id) {
        return judged.cases().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .flatMap(CaseResult::smallest)
                .map(each -> each.writes().toString())
                .orElse("none");
    }

    @Test
    void run_courseServerOnItsOwnTerms_interoperatesAndBreaksUnderStress() {
        Judged judged = Judged.of(out, "course-exec/course-exec.yaml");
        judged.requires(
                Set.of("EXEC-9", "EXEC-10", "EXEC-12", "EXEC-17"),
                Set.of("EXEC-11", "EXEC-13", "EXEC-14", "EXEC-15", "EXEC-16"));
        assertEquals(Set.of(), judged.clauses(Outcome.INCONCLUSIVE), judged::text);
        assertTrue(judged.cases().stream()
                .filter(each -> each.clause().grade() == Grade.INTEROPERATES
                        && each.clause().level() == Level.MUST)
                .filter(each -> !Judged.asksOfContainersAlone(each))
                .allMatch(each -> each.outcome() == Outcome.PASS));
        Set.of("EXEC-5", "EXEC-6")
                .forEach(clause -> assertTrue(
                        judged.cases().stream()
                                .filter(each ->
                                        each.clause().id().equals(clause) && !Judged.asksOfContainersAlone(each))
                                // That a command is run once can be asked without a cut.
                                .filter(each -> !each.id().endsWith("/once@whole"))
                                .allMatch(each -> each.outcome() == Outcome.NOT_APPLICABLE
                                        && each.reason().startsWith("nothing ends a request in this dialect")),
                        clause));
        // Only the bytes that are no text end it; blanks and a long line it answers.
        assertEquals(
                List.of("exec/server/EXEC-12/not-text@whole"),
                judged.cases(Outcome.FAIL).stream()
                        .map(CaseResult::id)
                        .filter(id -> id.contains("EXEC-12"))
                        .toList());
    }

    @Test
    void run_courseServerWithAFalseClaim_failsCutsWithOneCut() {
        Judged judged = Judged.of(out, "course-exec/course-exec-newline.yaml", "EXEC-5", "EXEC-6", "EXEC-1", "EXEC-4");
        judged.requires(Set.of("EXEC-5", "EXEC-6"), Set.of());
        assertEquals(
                "[\"e\", \"cho hi\\n\", \"echo bye\\n\"]",
                smallest(judged, "exec/server/EXEC-5/echo@every-cut"),
                "one cut");
        assertEquals(
                "[\"echo one\\necho two\\n\"]", smallest(judged, "exec/server/EXEC-6/two@resegmented"), "one join");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "digest-closes",
                "digest-endless",
                "digest-resets",
                "digest-silent",
                "login-closes",
                "login-endless",
                "login-endless-success",
                "login-resets",
                "login-silent",
                "exec-closes",
                "exec-endless",
                "exec-endless-empty",
                "exec-huge",
                "exec-negative",
                "exec-resets",
                "exec-silent"
            })
    void run_hostileServer_isBrokenAndNothingPassesUnasked(String name) {
        Judged judged = Judged.of(out, "hostile/" + name + ".yaml");
        assertEquals(ExitStatus.BROKEN, judged.results().exit(), judged::text);
        String first = name.substring(0, name.indexOf('-')).toUpperCase(java.util.Locale.ROOT) + "-1";
        assertTrue(judged.clauses(Outcome.FAIL).contains(first), judged::text);
        assertTrue(
                judged.cases(Outcome.PASS).stream()
                        .noneMatch(each -> each.clause().grade() == Grade.ROBUST),
                () -> "robust: "
                        + judged.cases(Outcome.PASS).stream()
                                .map(CaseResult::id)
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exec-absent", "exec-deaf", "exec-exits"})
    void run_serverThatIsNotThere_isTroubleNotAVerdict(String name) {
        Judged judged = Judged.of(out, "hostile/" + name + ".yaml");
        assertEquals(ExitStatus.TROUBLE, judged.results().exit(), judged::text);
        assertEquals(judged.cases(), judged.cases(Outcome.INCONCLUSIVE), judged::text);
        String trouble = judged.results().runs().get(0).trouble().orElse("none");
        assertTrue(trouble.matches("hostile-" + name + "[: ].*"), trouble);
    }
}
