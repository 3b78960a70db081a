package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import io.github.sockspec.verdict.Smallest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients with one known mistake each get exactly the verdicts that follow from it, and the right ones get none. */
class CourseClientsTest {
    /** What is random adds runs, and nothing that these programs could still get wrong. */
    private static final String[] QUICK = {"*@sampled", "*@resegmented"};

    @TempDir
    private Path out;

    private List<CaseResult> judge(String name) {
        List<Glob> skip = Arrays.stream(QUICK).map(Glob::new).toList();
        Plan plan = new Plan(
                List.of(Fixture.of("clients/" + name)),
                new Selection(List.of(), skip, Optional.empty()),
                Sampling.DEFAULT,
                out,
                KnownFailures.NONE,
                2);
        Results results = new Runner(plan, Lines.PROGRESS).run();
        assertEquals(List.of(), results.notes());
        return results.runs().get(0).cases();
    }

    private static String broken(List<CaseResult> cases) {
        return cases.stream()
                .filter(each -> each.outcome() != Outcome.PASS && each.outcome() != Outcome.NOT_APPLICABLE)
                .map(each -> each.clause().id() + (each.outcome() == Outcome.FAIL ? "" : " " + each.outcome()))
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    private static CaseResult find(List<CaseResult> cases, String id) {
        return cases.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> writes(CaseResult result) {
        return result.smallest().map(Smallest::writes).orElseThrow().stream()
                .map(Object::toString)
                .toList();
    }

    private static void assertSays(CaseResult result, String words) {
        assertTrue(result.reason().contains(words), result.reason());
    }

    @Test
    void judge_rightExecClient_nothingFails() {
        assertEquals("[]", broken(judge("exec-client")));
    }

    @Test
    void judge_headerByOneRecv_oneCutInsideTheHeader() {
        List<CaseResult> cases = judge("one-recv-header");
        assertEquals("[EXEC-C2]", broken(cases));
        CaseResult cut = find(cases, "exec/client/EXEC-C2/two-marked@every-cut");
        assertEquals("\"\\x0e\"", writes(cut).get(0));
        assertSays(cut, "it crashed, with status 1 (struct.error");
        CaseResult dripped = find(cases, "exec/client/EXEC-C2/two-marked@byte-by-byte");
        assertEquals(writes(cut), writes(dripped));
    }

    @Test
    void judge_noLookForTheEnd_spins() {
        List<CaseResult> cases = judge("no-end-check");
        assertEquals("[EXEC-C4, EXEC-C5]", broken(cases));
        CaseResult fin = find(cases, "exec/client/EXEC-C4/two-marked@fin-at-each-byte");
        assertSays(fin, "at byte 4 of 36, it spins: with nothing left to read it used");
        assertEquals(List.of("\"\\x0e\\x00\\x00\\x00\""), writes(fin));
        assertSays(find(cases, "exec/client/EXEC-C5/marked@length-one-more"), "it spins");
    }

    @Test
    void judge_gbkDecodedByChunk_oneCutInsideACharacter() {
        List<CaseResult> cases = judge("gbk-per-chunk");
        assertEquals("[EXEC-C3]", broken(cases));
        CaseResult cut = find(cases, "exec/client/EXEC-C3/multibyte-marked@every-cut");
        assertSays(cut, "UnicodeDecodeError: 'gbk'");
        assertEquals(3, writes(cut).size());
    }

    @Test
    void judge_charactersForBytes_hangs() {
        List<CaseResult> cases = judge("characters-for-bytes");
        assertEquals("[EXEC-C1, EXEC-C3]", broken(cases));
        assertSays(find(cases, "exec/client/EXEC-C1/multibyte-marked@whole"), "it hangs: it waited for more for");
    }

    @Test
    void judge_rightLoginClient_nothingFails() {
        assertEquals("[]", broken(judge("login-client")));
    }

    @Test
    void judge_replyByOneRecv_oneCut() {
        List<CaseResult> cases = judge("one-recv-login-client");
        assertEquals("[LOGIN-C2, LOGIN-C4]", broken(cases));
        assertEquals(
                List.of("\"s\"", "\"uccess\""), writes(find(cases, "login/client/LOGIN-C2/plain@every-composition")));
        assertSays(find(cases, "login/client/LOGIN-C4/plain@neither-reply"), "taken for one, and it asked again");
    }

    @Test
    void judge_rightDigestClientAndTool_nothingFails() {
        assertEquals("[]", broken(judge("digest-client")));
        assertEquals("[]", broken(judge("digest-tool")));
    }

    @Test
    void judge_lineByLineTool_tooMuchMemory() {
        List<CaseResult> cases = judge("line-by-line-tool");
        assertEquals("[DIGEST-T2]", broken(cases));
        assertSays(find(cases, "digest/tool/DIGEST-T2/zeros@1-gib"), "MiB of memory");
    }

    @Test
    void judge_rightHelloClient_nothingFails() {
        assertEquals("[]", broken(judge("hello-client")));
    }

    @Test
    void judge_courseHelloClient_warnedOfWhatItShouldDo() {
        List<CaseResult> cases = judge("course-hello-client");
        assertEquals("[HELLO-C2 WARN, HELLO-C3 WARN, HELLO-C4 WARN]", broken(cases));
        assertSays(find(cases, "hello/client/HELLO-C2/hello@never-answered"), "it hangs: after");
    }
}
