package io.github.sockspec.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.verdict.Outcome;
import org.junit.jupiter.api.Test;

class SummaryMarkdownTest {
    @Test
    void of_brokenRun_hasVerdictGradesClausesAndFailure() {
        String text = SummaryMarkdown.of(Recording.of(Sample.broken()));

        assertTrue(text.startsWith("# sockspec: BROKEN\n"), text);
        assertTrue(text.contains("| interoperates | 1/2 | reached |\n"), text);
        assertTrue(text.contains("| EXEC-5 | MUST | robust | fail | A command is run once"), text);
        assertTrue(
                text.contains("### fail&#58; exec/server/EXEC&#45;5/echo&#64;every&#45;cut")
                        || text.contains("### fail: exec/server/EXEC&#45;5/echo&#64;every&#45;cut"),
                text);
        assertTrue(text.contains("write 1   &#34;e&#34;"), text);
    }

    @Test
    void of_hostileProgram_nothingOfItIsMarkup() {
        String text = SummaryMarkdown.of(Recording.of(Sample.results(
                ExitStatus.BROKEN,
                Sample.run(
                        Sample.program(Sample.HOSTILE + "\n# heading @everyone"),
                        Sample.fail(Sample.HOSTILE + "\n</pre>\n\n![x](y)", Sample.CUT),
                        Sample.plain("b", Clause.required("EXEC-13"), Outcome.WARN, Sample.HOSTILE)))));

        assertFalse(text.contains("<script"), text);
        assertFalse(text.contains("**b**"), text);
        assertFalse(text.contains("](") || text.contains("`") || text.contains("http:"), text);
        assertFalse(text.contains("\n# heading") || text.contains("@everyone"), text);
        assertFalse(text.contains("</pre>\n\n!"), text);
    }

    @Test
    void of_noCases_saysSo() {
        assertTrue(SummaryMarkdown.of(Recording.of(Sample.results(ExitStatus.NOTHING_RAN, Sample.run(Sample.course()))))
                .contains("No case was carried out."));
    }
}
