package io.github.sockspec.history;

import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.RecordedResults.Run;
import io.github.sockspec.run.Found;
import io.github.sockspec.run.Gate;
import io.github.sockspec.run.Judgement;
import io.github.sockspec.run.Place;
import io.github.sockspec.run.Shard;
import io.github.sockspec.verdict.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What was recorded, as a gate sees it. */
public final class Judgements {
    private Judgements() {}

    /**
     * What {@code results} found.
     *
     * @param leftOut what they could have judged and were not asked to
     */
    public static Found of(RecordedResults results, Collection<Place> leftOut) {
        List<String> errors = new ArrayList<>(results.notes());
        results.runs().stream().map(Run::trouble).filter(each -> each != null).forEach(errors::add);
        return new Found(
                results.runs().stream().map(run -> run.implementation().name()).collect(Collectors.toSet()),
                results.runs().stream()
                        .flatMap(run -> run.cases().stream()
                                .map(each -> judgement(run.implementation().name(), each)))
                        .toList(),
                leftOut,
                errors,
                Shard.WHOLE);
    }

    private static Judgement judgement(String implementation, RecordedCase found) {
        return new Judgement(
                new Place(implementation, found.id()),
                // A verdict that this release doesn't know was at any rate not shown here.
                Outcome.of(found.verdict()).orElse(Outcome.INCONCLUSIVE),
                Judgement.said(
                        found.reason(),
                        found.compared().expected(),
                        found.compared().actual()));
    }

    /** The same results, as a gate let them pass. */
    public static RecordedResults passed(RecordedResults results, Gate.Passage passage) {
        List<String> notes = new ArrayList<>(results.notes());
        notes.addAll(passage.notes());
        return new RecordedResults(
                results.schema(),
                results.suite(),
                results.seed(),
                passage.exit().code(),
                results.runs(),
                results.options(),
                notes,
                results.millis(),
                results.started(),
                results.shard());
    }
}
