package io.github.sockspec.suite.hello;

import io.github.sockspec.delivery.Sampling;
import io.github.sockspec.program.Implementation;
import io.github.sockspec.run.Gate;
import io.github.sockspec.run.Glob;
import io.github.sockspec.run.KnownFailures;
import io.github.sockspec.run.Plan;
import io.github.sockspec.run.Progress;
import io.github.sockspec.run.RunResult;
import io.github.sockspec.run.Runner;
import io.github.sockspec.run.Selection;
import io.github.sockspec.run.Shard;
import io.github.sockspec.verdict.CaseResult;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The hello cases against one server. */
record HelloRun(RunResult result) {
    private static final Progress UNWATCHED = new Progress() {
        @Override
        public void started(int cases) {}

        @Override
        public void finished(CaseResult result, Implementation implementation) {}
    };

    static HelloRun of(Implementation server, Path out) {
        return of(server, "*", out);
    }

    /** Only the cases whose names, behind protocol and role, match {@code only}. */
    static HelloRun of(Implementation server, String only, Path out) {
        Selection hello = new Selection(List.of(new Glob("hello/server/" + only)), List.of(), Optional.empty());
        Plan plan = new Plan(
                List.of(server), hello, new Sampling(42, 64), out, Gate.of(KnownFailures.NONE), 2, Shard.WHOLE);
        return new HelloRun(new Runner(plan, UNWATCHED).run().runs().get(0));
    }

    CaseResult of(String name) {
        return result.cases().stream()
                .filter(each -> each.id().equals("hello/server/" + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no case hello/server/" + name + " in " + result.cases()));
    }

    List<CaseResult> with(Outcome outcome) {
        return result.cases().stream().filter(each -> each.outcome() == outcome).toList();
    }

    @Override
    public String toString() {
        return result.trouble().orElse("")
                + result.cases().stream()
                        .map(each -> "\n" + each.outcome() + " " + each.id() + " "
                                + each.took().toMillis() + " ms " + each.reason() + " | " + each.expected() + " | "
                                + each.actual() + " | " + each.lastWords())
                        .collect(Collectors.joining());
    }
}
