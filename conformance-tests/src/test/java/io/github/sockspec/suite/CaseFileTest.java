package io.github.sockspec.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.delivery.Family;
import io.github.sockspec.program.ResourceLimits;
import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Protocol;
import io.github.sockspec.trial.ProcessSharing;
import io.github.sockspec.yaml.InvalidYaml;
import io.github.sockspec.yaml.YamlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a case file may hold, and what is said of one that holds something else. */
class CaseFileTest {
    private static final Path FILE = Path.of("cases.yaml");

    private static List<Case> read(Protocol protocol, String yaml) {
        try {
            return CaseFile.read(protocol, YamlText.parse(FILE, new YamlText.Kind("case file", "one clause"), yaml));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String wrong(Protocol protocol, String yaml) {
        return String.valueOf(
                assertThrows(InvalidYaml.class, () -> read(protocol, yaml)).getMessage());
    }

    @Test
    void read_caseInShort_isAskedByItsNameAlone() {
        Case read = read(Protocol.required("login"), "LOGIN-3: {accepted@every-cut: answers}")
                .get(0);
        assertEquals("login/server/LOGIN-3/accepted@every-cut", read.id());
        assertEquals(Clause.required("LOGIN-3"), read.clause());
        assertEquals("accepted", read.name().conversation());
        assertEquals(Optional.of(Family.EVERY_CUT), read.name().family());
        assertEquals(new Case.Text("", ""), read.text());
        assertFalse(read.confined());
        assertEquals(ProcessSharing.ANY, read.conditions().process());
    }

    @Test
    void read_everyKey_isKept() {
        Case read = read(Protocol.required("login"), """
                        LOGIN-3:
                          plain@paused:
                            about: it stands still
                            hint: is there a clock?
                            needs: requests-that-end
                            process: own
                            within: {memory: 128 MiB, processes: 64, descriptors: 65, cores: 0.1, files: full,
                              variables: {TZ: <+0545>-05:45}}
                            ask: [paused-inside-request, {serves-others: after it}]
                        """).get(0);
        assertEquals(new Case.Text("it stands still", "is there a clock?"), read.text());
        assertTrue(read.confined());
        ResourceLimits within = ResourceLimits.USUAL
                .memory(128 << 20)
                .processes(64)
                .descriptors(65)
                .cores(0.1)
                .files(ResourceLimits.Files.FULL)
                .variable("TZ", "<+0545>-05:45");
        assertEquals(
                new Conditions(Optional.of(Need.REQUESTS_THAT_END), ProcessSharing.OWN, Optional.of(within)),
                read.conditions());
    }

    @Test
    void read_hintOfAClause_isThatOfItsCasesWithoutOne() {
        List<Case> read = read(Protocol.required("login"), """
                LOGIN-3:
                  hint: is one read one request?
                  prefix@every-cut: answers
                  accepted@stalled: {hint: "is there a clock?", ask: answers}
                """);
        assertEquals(
                List.of("is one read one request?", "is there a clock?"),
                read.stream().map(each -> each.text().hint()).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "login | LOGIN-99: {a@whole: answers} | 1: unknown clause \"LOGIN-99\"; did you mean \"LOGIN-9\"?",
                "login | EXEC-1: {a@whole: answers} | 1: unknown clause \"EXEC-1\"; allowed: LOGIN-1, LOGIN-2,",
                "login | LOGIN-1: {a@whole: answer} | 1: unknown step \"answer\"; did you mean \"answers\"? allowed:",
                "login | LOGIN-1: {a@whole: works} | 1: unknown step \"works\"; allowed: answers,",
                "login | LOGIN-C1: {a@whole: answers} | 1: unknown step \"answers\"; did you mean \"answered\"? allowed: works,",
                "login | LOGIN-1: {a@whole: {ask: answers, hints: b}} | 1: unknown key \"hints\"; did you mean \"hint\"?",
                "login | LOGIN-1: {a@whole: {hint: b}} | 1: a@whole has no \"ask\"",
                "login | LOGIN-1: {a@whole: {ask: []}} | 1: ask has no step",
                "login | LOGIN-1: {a: answers} | 1: a case is called conversation@delivery, not \"a\"",
                "login | LOGIN-1: {a@whole: answers, a@whole: answers} | 1: the key \"a@whole\" is there twice",
                "login | LOGIN-1: {a@hole: answers} | 1: unknown delivery \"hole\"; did you mean \"whole\"? allowed:",
                "login | LOGIN-1: {a@b: {ask: {serves-others: }}} | 1: serves-others must not be empty",
                "login | LOGIN-1: {a@b: {ask: {many-clients: 3}}} | 1: many-clients is for a case that says \"within\"",
                "login | LOGIN-1: {a@b: {within: usual, ask: many-clients}} | 1: many-clients is for a case whose \"within\" sets its",
                "login | LOGIN-1: {a@b: {ask: {disconnects: many}}} | 1: disconnects must be a whole number from 1 to",
                "login | LOGIN-1: {a@b: {ask: {silent-neighbour: 2}}} | 1: silent-neighbour takes nothing behind it",
                "login | LOGIN-1: {a@b: {ask: {answers-also: a, patience: 1 s}}} | 1: a step is one word with what it",
                "login | LOGIN-1: {a@b: {within: {memory: 3 MB}, ask: many-clients}} | 1: memory must be an amount of bytes, like",
                "login | LOGIN-1: {a@b: {within: {cores: 2}, ask: many-clients}} | 1: cores must be a share, like 0.1, not \"2\"",
                "login | LOGIN-1: {a@b: {within: much, ask: many-clients}} | 1: unknown value \"much\"; allowed: usual (for within)",
                "login | LOGIN-1: {a@b: {process: one, ask: many-clients}} | 1: unknown value \"one\"; allowed: any, own (for process)",
                "login | LOGIN-1: {a@b: {needs: time, ask: many-clients}} | 1: unknown value \"time\"; allowed: requests-that-end,",
                "login | LOGIN-1: {a@b: {within: usual, ask: {patience: 1 h}}} | 1: patience must be a time in seconds",
                "hello | HELLO-1: {a@b: {ask: {each-answered: {burst: 0}}}} | 1: burst must be a whole number from 1 to",
                "hello | HELLO-1: {a@b: {ask: {each-answered: {bust: 2}}}} | 1: unknown key \"bust\"; did you mean \"burst\"?",
                "hello | HELLO-1: {a@b: {ask: {each-answered: {plain: 2}}}} | 1: plain takes nothing behind it",
                "hello | HELLO-4: {a@b: {ask: {serves-after-each: size}}} | 1: unknown value \"size\"; did you mean \"sizes\"?",
                "hello | HELLO-C1: {a@b: {ask: {answered: soon}}} | 1: unknown value \"soon\"; allowed: at-once, late,",
                "exec | EXEC-C5: {a@b: {ask: {refuses: {announcing: x, words: y}}}} | 1: announcing must be a whole number",
                "exec | EXEC-C5: {a@b: {ask: {refuses: {reply: x}}}} | 1: refuses has no \"words\"",
                "digest | DIGEST-T1: {a@b: {ask: {prints-of-files: {words: b, files: []}}}}"
                        + " | 1: prints-of-files names no file"
            })
    void read_wrongFile_saysLineAndWhatIsAllowed(String protocol, String yaml, String message) {
        String found = wrong(Protocol.required(protocol), yaml);
        assertTrue(found.startsWith("cases.yaml:" + message), found);
    }

    @Test
    void read_emptyFile_isAnError() {
        assertEquals(
                "cases.yaml:1: the file is empty; a case file has at least one clause",
                wrong(Protocol.required("login"), ""));
    }

    @Test
    void read_mistakeFurtherDown_saysItsLine() {
        assertTrue(wrong(Protocol.required("login"), "LOGIN-1:\n  a@whole: answers\n  b@whole: answer\n")
                .startsWith("cases.yaml:3: unknown step \"answer\""));
    }
}
