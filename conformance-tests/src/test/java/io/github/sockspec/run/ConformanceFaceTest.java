package io.github.sockspec.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What Maven and an IDE show of a program's cases. */
class ConformanceFaceTest {
    @TempDir
    private Path directory;

    private static String wrong(String manifest, String only) {
        return String.valueOf(assertThrows(
                        AssertionFailedError.class,
                        () -> ConformanceTest.cases(Optional.of(manifest), Optional.of(only)))
                .getMessage());
    }

    private static String oneRead() {
        return Judged.SERVERS
                .resolve("one-recv-login/one-recv-login.yaml")
                .toAbsolutePath()
                .toString();
    }

    private static List<String> shown(String prefix, Stream<? extends DynamicNode> nodes) {
        List<String> shown = new ArrayList<>();
        nodes.forEach(node -> {
            if (node instanceof DynamicContainer container) {
                shown.addAll(shown(prefix + container.getDisplayName() + " > ", container.getChildren()));
            } else {
                shown.add(prefix + node.getDisplayName() + ": " + outcome((DynamicTest) node));
            }
        });
        return shown;
    }

    private static String outcome(DynamicTest test) {
        try {
            test.getExecutable().execute();
            return "passes";
        } catch (AssertionFailedError failed) {
            return "fails: " + failed.getMessage() + ", expected "
                    + failed.getExpected().getStringRepresentation() + ", actual "
                    + failed.getActual().getStringRepresentation();
        } catch (TestAbortedException aborted) {
            return "aborted: " + aborted.getMessage();
        } catch (Throwable other) {
            return "ends by " + other;
        }
    }

    @Test
    void cases_ofAProgramThatFails_areShownByProgramAndClause() {
        List<String> shown = shown(
                "",
                ConformanceTest.cases(
                        Optional.of(oneRead()), Optional.of("accepted@every-cut,plain@network-cut,LOGIN-11")));
        String program = "one-recv-login (login server) > ";
        assertTrue(
                shown.get(0)
                        .matches(
                                Pattern.quote(program) + "LOGIN-3: The answer .* > accepted@every-cut: "
                                        + "fails: login/server/LOGIN-3/accepted@every-cut: the answer .*, expected .*, actual .*"),
                shown::toString);
        assertTrue(
                shown.get(1).contains("plain@network-cut: aborted: it does not run in a container"), shown::toString);
        assertTrue(shown.get(2).contains("plain@half-closed: passes"), shown::toString);
        assertEquals("the suite itself: passes", shown.get(shown.size() - 1));
    }

    @Test
    void cases_manifestIsNotThere_isOneClearLine() {
        String missing = directory.resolve("none.yaml").toString();
        assertEquals(missing + ": there is no such file", wrong(missing, "LOGIN-3"));
    }

    @Test
    void cases_manifestIsWrong_isOneClearLine() throws IOException {
        Path manifest = Files.writeString(directory.resolve("wrong.yaml"), "name: a\nprotocol: loggin\n");
        assertTrue(wrong(manifest.toString(), "LOGIN-3")
                .startsWith(manifest + ":2: unknown value \"loggin\"; did you mean \"login\"?"));
    }

    @Test
    void cases_nothingMatches_isOneClearLine() {
        assertEquals("no case matches LOGIN-99; ./sockspec list shows what there is", wrong(oneRead(), "LOGIN-99"));
    }

    @Test
    void cases_ofAnotherProtocolAlone_isOneClearLine() {
        assertEquals(
                "one-recv-login is a login server, which none of the cases of [EXEC-1, EXEC-2] speaks of",
                wrong(oneRead(), "EXEC-1,EXEC-2"));
    }
}
