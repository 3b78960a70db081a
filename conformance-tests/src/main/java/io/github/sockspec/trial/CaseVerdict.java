package io.github.sockspec.trial;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Finding;
import java.time.Duration;

/** What a case's evidence comes to. Nothing is a pass by default: evidence must be there, and none of it against. */
public final class CaseVerdict {
    /** How many characters of a program's output a result keeps. */
    private static final int MOST_WORDS = 16 << 10;

    private CaseVerdict() {}

    public static CaseResult of(CaseRun run, Duration took) {
        Evidence evidence = run.evidence();
        Finding.Broken broken = evidence.broken();
        if (broken == null) {
            return result(run, holds(evidence), "", took);
        }
        return result(run, broken, tail(run.lastWords()), took);
    }

    private static Finding holds(Evidence evidence) {
        return evidence.undecided()
                .<Finding>map(Finding.Undecided::new)
                .orElseGet(() -> evidence.nothingShown()
                        ? new Finding.Undecided("nothing was shown")
                        : new Finding.Holds(evidence.note()));
    }

    /** The end of it, which tells most. */
    private static String tail(String words) {
        return words.length() <= MOST_WORDS ? words : words.substring(words.length() - MOST_WORDS);
    }

    private static CaseResult result(CaseRun run, Finding finding, String lastWords, Duration took) {
        Clause clause = run.name().clause();
        return new CaseResult(
                run.name().toString(),
                clause,
                finding.outcome(clause.level()),
                finding,
                run.evidence().tally(),
                run.evidence().smallest(),
                lastWords,
                took);
    }
}
