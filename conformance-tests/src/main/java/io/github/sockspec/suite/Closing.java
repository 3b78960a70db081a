package io.github.sockspec.suite;

import io.github.sockspec.spec.Clause;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Finding;
import java.time.Duration;
import java.util.function.Supplier;

/** What a case's evidence comes to. Nothing is a pass by default: evidence must be there, and none of it against. */
final class Closing {
    /** How many characters of a program's output a result keeps. */
    private static final int MOST_WORDS = 16 << 10;

    private Closing() {}

    static CaseResult of(Trial trial, Duration took) {
        return of(
                new Matter(trial.name(), trial.evidence(), () -> trial.evidence()
                        .words()
                        .orElseGet(trial::printed)),
                took);
    }

    static CaseResult of(ClientTrial trial, Duration took) {
        return of(new Matter(trial.name(), trial.evidence(), trial::lastWords), took);
    }

    /** What a result is made from: last words are for a case that did not pass. */
    private record Matter(CaseName name, Evidence evidence, Supplier<String> lastWords) {}

    private static CaseResult of(Matter matter, Duration took) {
        Evidence evidence = matter.evidence();
        Finding.Broken broken = evidence.broken();
        if (broken == null) {
            return result(matter, holds(evidence), "", took);
        }
        return result(matter, broken, tail(matter.lastWords().get()), took);
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

    private static CaseResult result(Matter matter, Finding finding, String lastWords, Duration took) {
        Clause clause = matter.name().clause();
        return new CaseResult(
                matter.name().toString(),
                clause,
                finding.outcome(clause.level()),
                finding,
                matter.evidence().tally(),
                matter.evidence().smallest(),
                lastWords,
                took);
    }
}
