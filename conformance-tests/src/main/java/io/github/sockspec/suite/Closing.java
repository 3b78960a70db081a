package io.github.sockspec.suite;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.spec.Level;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Outcome;
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
    private record Matter(Case name, Evidence evidence, Supplier<String> lastWords) {}

    private static CaseResult of(Matter matter, Duration took) {
        Evidence evidence = matter.evidence();
        Finding.Broken broken = evidence.broken();
        if (broken == null) {
            Outcome outcome =
                    evidence.nothingShown() || evidence.undecided().isPresent() ? Outcome.INCONCLUSIVE : Outcome.PASS;
            String reason =
                    evidence.undecided().orElse(evidence.nothingShown() ? "nothing was shown" : evidence.note());
            return result(matter, outcome, reason, Finding.Broken.of("", "", ""), "", took);
        }
        Outcome outcome = matter.name().clause().level() == Level.MUST ? Outcome.FAIL : Outcome.WARN;
        return result(
                matter,
                outcome,
                broken.reason(),
                broken,
                tail(matter.lastWords().get()),
                took);
    }

    /** The end of it, which tells most. */
    private static String tail(String words) {
        return words.length() <= MOST_WORDS ? words : words.substring(words.length() - MOST_WORDS);
    }

    private static CaseResult result(
            Matter matter, Outcome outcome, String reason, Finding.Broken broken, String lastWords, Duration took) {
        Bytes received = broken.received();
        return new CaseResult(
                matter.name().toString(),
                matter.name().clause(),
                outcome,
                reason,
                matter.evidence().tally(),
                matter.evidence().smallest(),
                broken.expected(),
                broken.actual(),
                received,
                broken.wrongAt(),
                lastWords,
                took);
    }
}
