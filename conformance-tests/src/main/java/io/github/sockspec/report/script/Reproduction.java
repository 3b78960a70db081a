package io.github.sockspec.report.script;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.report.SafeText;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Occasion;
import io.github.sockspec.verdict.Outcome;
import io.github.sockspec.verdict.SmallestFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A failure as a program: Python 3 and its standard library alone, which has the same occasion with whatever listens at a
 * given address (or, in a server's place, with a client that it launches), and exits with status 1 when the failure shows, 0
 * when it does not, 2 when it could not be tried. What came from the program under test is data in it and nothing else.
 */
public final class Reproduction {
    /** Longer ones are of no use to anybody: what they show is in the capture. */
    private static final int MOST_CHARACTERS = 2 << 20;

    private static final int MOST_WORDS = 500;

    private final Occasion occasion;
    private final Implementation program;

    private Reproduction(Occasion occasion, Implementation program) {
        this.occasion = occasion;
        this.program = program;
    }

    /** The program for {@code result}; empty where no single occasion shows the failure. */
    public static Optional<String> of(CaseResult result, Implementation program) {
        return result.smallest()
                .map(SmallestFailure::occasion)
                .flatMap(occasion -> of(occasion, program, described(result)));
    }

    /**
     * The program that has {@code occasion} again.
     *
     * @param about lines that say what it is about
     */
    public static Optional<String> of(Occasion occasion, Implementation program, List<String> about) {
        String script = new Reproduction(occasion, program).script(about);
        return script.length() <= MOST_CHARACTERS ? Optional.of(script) : Optional.empty();
    }

    /** What a reader must know: the clause, the case, and what was found, a line each. */
    public static List<String> described(CaseResult result) {
        List<String> lines = new ArrayList<>(List.of(
                result.clause().id() + " " + result.clause().level() + ", "
                        + result.clause().grade().word() + ": "
                        + result.clause().sentence(),
                "",
                "case      " + result.id()));
        if (result.outcome() == Outcome.FAIL || result.outcome() == Outcome.WARN) {
            lines.add("failed    " + SafeText.line(result.reason(), MOST_WORDS));
            lines.add("expected  " + SafeText.line(result.expected(), MOST_WORDS));
            lines.add("actual    " + SafeText.line(result.actual(), MOST_WORDS));
        }
        return lines;
    }

    private String script(List<String> about) {
        List<String> lines = new ArrayList<>(about);
        lines.add("program   " + SafeText.line(program.name(), MOST_WORDS));
        lines.add("");
        ScriptKind setting = setting();
        lines.addAll(setting.usage());
        lines.add("Exit status: 1 the failure shows, 0 it does not, 2 it could not be tried.");
        return new Source(lines, setting.constants(), setting.parts()).text();
    }

    private ScriptKind setting() {
        if (occasion instanceof Occasion.Asked asked) {
            return new AskedServerScript(asked);
        }
        if (occasion instanceof Occasion.Served served) {
            return new ServedClientScript(served, program);
        }
        return occasion instanceof Occasion.Posted posted
                ? new DatagramServerScript(posted)
                : new DatagramClientScript((Occasion.Welcomed) occasion, program);
    }
}
