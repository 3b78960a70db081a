package io.github.sockspec.cli;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.run.Plan;
import io.github.sockspec.run.Shard;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Carries cases out and reports what was found. */
@Command(name = "run", sortOptions = false, description = "Judge programs, and write what was found.")
final class RunCases implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private Programs programs = new Programs();

    @Mixin
    private Choice choice = new Choice();

    @Mixin
    private Extent extent = new Extent();

    @Mixin
    private Gating gating = new Gating();

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            defaultValue = "1/1",
            converter = Shards.class,
            description = "Do the I-th of N parts only; merge puts them together.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Shard shard;

    @Mixin
    private Appearance appearance = new Appearance();

    RunCases(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new ReportedRun(terminal, appearance, gating).of(plan(), programs.origins());
    }

    private Plan plan() {
        List<Implementation> judged = programs.implementations(() -> choice.cases(List.of()));
        return new Plan(
                judged,
                choice.selection(judged),
                extent.sampling(),
                extent.out(),
                gating.gate(terminal.clock()),
                extent.workers(),
                shard);
    }
}
