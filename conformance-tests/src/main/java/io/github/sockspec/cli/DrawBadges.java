package io.github.sockspec.cli;

import io.github.sockspec.report.web.Badges;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws a badge for each grade. */
@Command(name = "badge", sortOptions = false, description = "Draw an SVG badge for each grade of recorded results.")
final class DrawBadges implements Callable<Integer> {
    private final Terminal terminal;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "RESULTS", description = "A results.json.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path results;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/sockspec/badges",
            description =
                    "Where the badges go (default: ${DEFAULT-VALUE}); each program of several has a directory there.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    DrawBadges(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Badges.write(Recorded.read(results, spec), out).forEach(terminal.out()::println);
        return 0;
    }
}
