package io.github.sockspec.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command that holds the others. */
@Command(
        name = "sockspec",
        description = "Finds out whether a socket program is right however the network cuts and joins its bytes.",
        subcommands = {
            RunCases.class,
            TryProgram.class,
            ListCases.class,
            Explain.class,
            Replay.class,
            PairPrograms.class,
            DrawBadges.class,
            DiffResults.class,
            MergeResults.class,
            DrawTrend.class,
            Bench.class,
            Repeat.class,
            Annotate.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Sockspec.Version.class,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit status:",
            "  0  all that was asked holds",
            "  1  a MUST does not hold",
            "  2  wrong usage or an invalid file",
            "  3  worse than the baseline, or a known failure that now passes",
            "  4  inconclusive",
            "  5  the suite or its surroundings failed",
            "  6  nothing ran"
        })
final class Sockspec implements Runnable {
    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print a stack trace when the suite fails.")
    private boolean debug;

    boolean debug() {
        return debug;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "a command is missing: run, try, list, explain, replay, pair, diff, merge, trend, badge, bench, stability");
    }

    /** Tells which suite this is. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Sockspec.class.getPackage().getImplementationVersion();
            return new String[] {"sockspec " + (version == null ? "development" : version)};
        }
    }
}
