package io.github.sockspec.cli;

import io.github.sockspec.observation.Observation;
import io.github.sockspec.report.Colour;
import io.github.sockspec.report.Console;
import io.github.sockspec.report.FactWords;
import io.github.sockspec.report.FindingText;
import io.github.sockspec.report.Recording;
import io.github.sockspec.report.script.Reproduction;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.run.NoProgress;
import io.github.sockspec.run.Plan;
import io.github.sockspec.run.Results;
import io.github.sockspec.run.Runner;
import io.github.sockspec.trial.RecordedDelivery;
import io.github.sockspec.trial.RepeatedDelivery;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Finding;
import io.github.sockspec.verdict.Occasion;
import io.github.sockspec.verdict.Outcome;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Carries one case, or one delivery of it, out again for somebody who watches. */
final class Rerun implements RepeatedDelivery.Observer {
    private final Plan plan;
    private final PrintStream out;
    private final Colour paint;
    private @Nullable Occasion occasion;
    private @Nullable String refusal;
    private Optional<CaseResult> found = Optional.empty();
    private boolean broken;

    Rerun(Plan plan, PrintStream out, Colour paint) {
        this.plan = plan;
        this.out = out;
        this.paint = paint;
    }

    /** One delivery, fact by fact; what the case finds out besides is said behind it. */
    ExitStatus delivery(RecordedDelivery travel) {
        Results results = new Runner(plan, NoProgress.INSTANCE)
                .again(new RepeatedDelivery(travel, this))
                .run();
        found = results.runs().stream().flatMap(run -> run.cases().stream()).findFirst();
        if (refusal != null) {
            return ExitStatus.USAGE;
        }
        if (occasion == null || (results.exit() != ExitStatus.HOLDS && !broken)) {
            new Console(out, paint).print(Recording.of(results));
        }
        return broken ? ExitStatus.BROKEN : status(results);
    }

    /** Every delivery of the case, as {@code run} has it. */
    ExitStatus wholeCase() {
        Results results = new Runner(plan, NoProgress.INSTANCE).run();
        new Console(out, paint).print(Recording.of(results));
        return status(results);
    }

    /**
     * Whether the failure came again. A run ends with 0 where no more than a SHOULD does not hold; here that failure is what
     * was asked for. What broke in the suite or its surroundings comes first, as in a run.
     */
    private static ExitStatus status(Results results) {
        boolean fails = results.runs().stream()
                .flatMap(run -> run.cases().stream())
                .anyMatch(each -> each.outcome() == Outcome.FAIL || each.outcome() == Outcome.WARN);
        return fails && results.exit() != ExitStatus.TROUBLE ? ExitStatus.BROKEN : results.exit();
    }

    @Override
    public void saw(Occasion carriedOut, Observation seen, Finding finding) {
        occasion = carriedOut;
        broken |= finding instanceof Finding.Broken;
        seen.facts().forEach(fact -> out.println(FactWords.line(fact)));
        FindingText.of(finding, paint).forEach(out::println);
    }

    @Override
    public void besides(String when, Observation seen) {
        out.println(when + ":");
        seen.facts().forEach(fact -> out.println(FactWords.line(fact)));
    }

    @Override
    public void refused(String why) {
        refusal = why;
    }

    /** Why nothing could be carried out, if the delivery is none of the case's. */
    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** What a reader must know of it, a line each. */
    List<String> about() {
        return found.map(Reproduction::described).orElse(List.of());
    }

    /** What was carried out, once it was. */
    Optional<Occasion> occasion() {
        return Optional.ofNullable(occasion);
    }
}
