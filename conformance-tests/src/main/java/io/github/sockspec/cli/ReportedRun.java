package io.github.sockspec.cli;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.program.Namespace;
import io.github.sockspec.report.Console;
import io.github.sockspec.report.Failures;
import io.github.sockspec.report.LiveProgress;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.Recording;
import io.github.sockspec.run.Found;
import io.github.sockspec.run.NoProgress;
import io.github.sockspec.run.Plan;
import io.github.sockspec.run.Progress;
import io.github.sockspec.run.Results;
import io.github.sockspec.run.Runner;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A plan carried out, with every report of what was found. */
record ReportedRun(Terminal terminal, Appearance appearance, Gating gating) {
    /**
     * Carries {@code plan} out.
     *
     * @param origins for the options of the run: which manifest each program came from, so that it can be found again
     * @return the exit status
     */
    int of(Plan plan, Map<String, String> origins) {
        OptionalInt inside = Namespace.rerun(plan.implementations());
        if (inside.isPresent()) {
            return inside.getAsInt();
        }
        Results results = run(plan, origins);
        Failures.write(results, plan.out());
        RecordedResults recorded = Recording.of(results);
        Reports.write(recorded, plan.out());
        Console console = new Console(terminal.out(), appearance.paint(terminal));
        if (appearance.quiet()) {
            console.verdict(recorded);
        } else {
            terminal.out().println();
            console.print(recorded);
            terminal.out().println("report    " + plan.out().resolve("index.html"));
        }
        return results.exit().code();
    }

    private Results run(Plan plan, Map<String, String> origins) {
        if (appearance.quiet()) {
            return run(plan, origins, NoProgress.INSTANCE);
        }
        try (LiveProgress progress = new LiveProgress(
                terminal.out(),
                appearance.paint(terminal),
                groups(plan),
                terminal.kind() == Terminal.Kind.PIPE ? null : terminal.out())) {
            return run(plan, origins, progress);
        }
    }

    /** The results with what only the command line knows, measured by the baseline that they made where one is written. */
    private Results run(Plan plan, Map<String, String> origins, Progress progress) {
        Runner runner = new Runner(plan, progress, terminal.clock());
        Results results = runner.run().with(origins);
        Found found = runner.found(results.runs(), List.of());
        return gating.updated(plan.gate(), results.exit(), found)
                .map(gate -> results.with(gate.judge(found)))
                .orElse(results);
    }

    /** How many cases each program has in each grade. */
    private static Map<LiveProgress.Group, Integer> groups(Plan plan) {
        Map<LiveProgress.Group, Integer> groups = new HashMap<>();
        for (Implementation program : plan.implementations()) {
            for (Case each : plan.selection().of(Catalogue.of(program))) {
                groups.merge(new LiveProgress.Group(program, each.clause().grade()), 1, Integer::sum);
            }
        }
        return groups;
    }
}
