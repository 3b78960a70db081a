package io.github.sockspec.report;

import io.github.sockspec.observation.Observation;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.ProgramFiles;
import io.github.sockspec.protocol.Dialect;
import io.github.sockspec.run.Results;
import io.github.sockspec.run.RunResult;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Occasion;
import io.github.sockspec.verdict.SmallestFailure;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the results of a run into what {@code results.json} keeps of them. */
public final class Recording {
    private Recording() {}

    /** What is kept of {@code results}: what every report but the terminal's is made from. */
    public static RecordedResults of(Results results) {
        return new RecordedResults(
                1,
                new RecordedResults.Suite("sockspec", results.version()),
                results.seed(),
                results.exit().code(),
                results.runs().stream()
                        .map(run -> run(run, ReplayCommands.of(results)))
                        .toList(),
                new TreeMap<>(results.options()),
                results.notes(),
                Millis.of(results.took()),
                results.started().map(Instant::toString).orElse(null),
                results.shard().whole() ? null : results.shard().toString());
    }

    private static RecordedResults.Run run(RunResult run, ReplayCommands replays) {
        List<RecordedCase> cases = run.cases().stream()
                .map(each -> recorded(each, run.implementation(), replays))
                .toList();
        return new RecordedResults.Run(
                program(run),
                Grades.fractions(cases),
                cases,
                Totals.of(cases).summary(),
                run.latency().map(Millis::of).orElse(null),
                Millis.of(run.patience()),
                run.learned().isEmpty() ? null : run.learned(),
                run.trouble().orElse(null));
    }

    private static RecordedResults.Program program(RunResult run) {
        Implementation program = run.implementation();
        boolean reference = program.dialect().equals(Dialect.reference(program.protocol()));
        return new RecordedResults.Program(
                program.name(),
                program.protocol().word(),
                program.role().word(),
                reference ? "reference" : program.dialect().toString(),
                run.identity()
                        .map(identity -> new RecordedResults.Identity(
                                identity.pid().orElse(null),
                                identity.executable(),
                                identity.image().orElse(null),
                                identity.address(),
                                identity.portWasFree(),
                                identity.ownsSocket(),
                                identity.isolation()))
                        .orElse(null),
                ProgramFiles.of(program));
    }

    static RecordedCase recorded(CaseResult result, Implementation implementation, ReplayCommands replays) {
        return new RecordedCase(
                result.id(),
                result.clause().id(),
                result.clause().level().name(),
                result.clause().grade().word(),
                result.outcome().word(),
                result.reason(),
                result.tally().tried(),
                result.tally().confirmed(),
                result.tally().failed(),
                result.tally().planned(),
                result.smallest().map(Recording::delivered).orElse(null),
                Compared.of(result.finding()),
                result.lastWords(),
                replays.command(result, implementation).orElse(null),
                Failures.script(result, implementation).orElse(null),
                Failures.capture(result, implementation).orElse(null),
                Millis.of(result.took()));
    }

    static RecordedCase.Delivered delivered(SmallestFailure smallest) {
        return new RecordedCase.Delivered(
                smallest.writes(),
                smallest.end(),
                smallest.moment(),
                smallest.pace(),
                smallest.occasion() instanceof Occasion.Posted posted ? posted.askers() : null,
                plan(smallest.occasion()),
                ReplayCommands.passages(smallest.occasion()).orElse(null),
                facts(smallest.seen()),
                smallest.afterwards().map(Recording::facts).orElse(null));
    }

    private static List<RecordedFact> facts(Observation seen) {
        return seen.facts().stream().map(RecordedFact::of).toList();
    }

    private static @Nullable String plan(Occasion occasion) {
        if (occasion instanceof Occasion.Posted posted) {
            return posted.plan().word();
        }
        return occasion instanceof Occasion.Welcomed welcomed ? welcomed.welcome() : null;
    }
}
