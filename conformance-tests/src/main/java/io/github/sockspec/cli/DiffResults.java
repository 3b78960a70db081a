package io.github.sockspec.cli;

import io.github.sockspec.history.Difference;
import io.github.sockspec.history.DifferenceJson;
import io.github.sockspec.history.DifferenceMarkdown;
import io.github.sockspec.history.DifferencePage;
import io.github.sockspec.history.DifferenceText;
import io.github.sockspec.report.Colour;
import io.github.sockspec.report.ReportFile;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what changed between two runs. */
@Command(
        name = "diff",
        sortOptions = false,
        description = {
            "Say what got worse, better, new or gone from one results.json to another, and whether suite, dialect or program"
                    + " changed.",
            "Exit status: 0 nothing is worse, 3 something is, 6 the two have no case in common."
        })
final class DiffResults implements Callable<Integer> {
    private final Terminal terminal;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "OLD", description = "The results.json from before, or its directory.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "The results.json of now, or its directory.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path after;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, markdown, json or html (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "Write it there instead of printing it.")
    private @Nullable Path out;

    @Mixin
    private Appearance appearance = new Appearance();

    /** How a difference is written. */
    enum Format {
        TEXT,
        MARKDOWN,
        JSON,
        HTML
    }

    DiffResults(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Difference difference = Difference.of(Recorded.read(before, spec), Recorded.read(after, spec));
        String text = rendered(difference, out == null ? appearance.paint(terminal) : Colour.PLAIN);
        if (out != null) {
            ReportFile.write(out, text);
            terminal.out().println(difference.headline() + "  " + difference.counts());
        } else if (appearance.quiet()) {
            terminal.out().println(difference.headline() + "  " + difference.counts());
        } else {
            terminal.out().print(text);
            terminal.out().flush();
        }
        return difference.exit().code();
    }

    private String rendered(Difference difference, Colour paint) {
        return switch (format) {
            case TEXT -> String.join("\n", DifferenceText.of(difference, paint)) + "\n";
            case MARKDOWN -> DifferenceMarkdown.of(difference);
            case JSON -> DifferenceJson.of(difference);
            case HTML -> DifferencePage.of(difference);
        };
    }
}
