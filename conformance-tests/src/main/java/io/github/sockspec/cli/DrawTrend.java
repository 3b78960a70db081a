package io.github.sockspec.cli;

import io.github.sockspec.history.Trend;
import io.github.sockspec.history.TrendPage;
import io.github.sockspec.history.TrendText;
import io.github.sockspec.report.ReportFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws the history of many results. */
@Command(
        name = "trend",
        sortOptions = false,
        description = "Draw how the grades went over many results, and say since when each failing clause fails.")
final class DrawTrend implements Callable<Integer> {
    private final Terminal terminal;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description = "Every *.json below it that is a results.json, in the order in which the runs began.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path directory;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "target/sockspec/trend.html",
            description = "Where the page goes (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Mixin
    private Appearance appearance = new Appearance();

    DrawTrend(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Trend trend;
        try {
            trend = Trend.read(directory);
        } catch (IllegalArgumentException nothing) {
            throw new InvalidFile(spec.commandLine(), nothing);
        }
        ReportFile.write(out, TrendPage.of(trend));
        if (!appearance.quiet()) {
            TrendText.of(trend, appearance.paint(terminal)).forEach(terminal.out()::println);
            terminal.out().println("drawn     " + out);
        }
        return 0;
    }
}
