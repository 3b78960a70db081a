package io.github.sockspec.report;

import io.github.sockspec.spec.Clause;
import io.github.sockspec.target.Implementation;
import io.github.sockspec.verdict.CaseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that one needs to see of one finding, in plain lines of harmless text that any report can show. */
final class Exhibit {
    private static final int MOST_LAST_LINES = 8;

    private final CaseResult result;
    private final Implementation implementation;
    private final Replays replays;

    Exhibit(CaseResult result, Implementation implementation, Replays replays) {
        this.result = result;
        this.implementation = implementation;
        this.replays = replays;
    }

    /** For example {@code EXEC-5 MUST, robust: A command is run once, whole, …}. */
    String clause() {
        return sentence(result.clause());
    }

    static String sentence(Clause clause) {
        return clause.id() + " " + clause.level() + ", " + clause.grade().word() + ": " + clause.sentence();
    }

    String reason() {
        return Harmless.line(result.reason(), 400);
    }

    /** For example {@code 1 of 10 deliveries failed}; empty where no delivery was made. */
    String howMany() {
        CaseResult.Tally tally = result.tally();
        if (tally.planned() == 0 && tally.tried() == 0) {
            return "";
        }
        String word = result.id().endsWith("@every-cut") ? "cuts" : "deliveries";
        String early =
                tally.planned() > tally.tried() ? "; stopped after " + tally.tried() + " of " + tally.planned() : "";
        return tally.failed() + " of " + tally.tried() + " " + word + " failed" + early;
    }

    /** The smallest delivery, drawn; no lines where there is none. */
    List<String> drawing() {
        return result.smallest().map(Drawing::of).orElse(List.of());
    }

    List<String> comparison() {
        return Comparison.of(result);
    }

    /** When on the failing connection the last thing happened, and how that looked; empty where nothing was seen. */
    Optional<String> when() {
        return result.smallest()
                .map(smallest -> smallest.seen().facts())
                .filter(facts -> !facts.isEmpty())
                .map(facts -> facts.get(facts.size() - 1))
                .map(last -> RecordedFact.word(last).replace('-', ' ') + " after " + Millis.words(last.at()));
    }

    List<String> lastWords() {
        return Harmless.lastLines(result.lastWords(), MOST_LAST_LINES);
    }

    Optional<String> replay() {
        return replays.command(result, implementation).map(Harmless::line);
    }

    /** What happened, a line for each fact. */
    List<String> timeline() {
        List<String> lines = new ArrayList<>();
        result.smallest()
                .ifPresent(smallest -> smallest.seen().facts().forEach(fact -> lines.add(Timeline.line(fact))));
        return lines;
    }
}
