package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.spec.Level;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Outcome;
import java.time.Duration;

/** What a case's evidence comes to. Nothing is a pass by default: evidence must be there, and none of it against. */
final class Closing {
    /** How many characters of a program's output a result keeps. */
    private static final int MOST_WORDS = 16 << 10;

    private Closing() {}

    static CaseResult of(CaseRun run, Duration took) {
        Evidence evidence = run.evidence();
        Finding.Broken broken = evidence.broken();
        if (broken == null) {
            Outcome outcome =
                    evidence.nothingShown() || evidence.undecided().isPresent() ? Outcome.INCONCLUSIVE : Outcome.PASS;
            String reason =
                    evidence.undecided().orElse(evidence.nothingShown() ? "nothing was shown" : evidence.note());
            return result(run, outcome, reason, Finding.Broken.of("", "", ""), "", took);
        }
        Outcome outcome = run.name().clause().level() == Level.MUST ? Outcome.FAIL : Outcome.WARN;
        return result(run, outcome, broken.reason(), broken, tail(run.lastWords()), took);
    }

    /** The end of it, which tells most. */
    private static String tail(String words) {
        return words.length() <= MOST_WORDS ? words : words.substring(words.length() - MOST_WORDS);
    }

    private static CaseResult result(
            CaseRun run, Outcome outcome, String reason, Finding.Broken broken, String lastWords, Duration took) {
        Bytes received = broken.received();
        return new CaseResult(
                run.name().toString(),
                run.name().clause(),
                outcome,
                reason,
                run.evidence().tally(),
                run.evidence().smallest(),
                broken.expected(),
                broken.actual(),
                received,
                broken.wrongAt(),
                lastWords,
                took);
    }
}
