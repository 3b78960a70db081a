package io.github.sockspec.cli;

import io.github.sockspec.program.Containers;
import io.github.sockspec.program.Namespace;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Namespace.enter();
        if (Boolean.getBoolean("sockspec.archive")) {
            Containers.rehearse();
        }
        Terminal terminal = Terminal.ofThisProcess();
        int status = commandLine(terminal).execute(args);
        terminal.out().flush();
        // Whatever a broken run left behind must not keep the process alive: the verdict is known.
        System.exit(status);
    }

    /** The commands, whose output goes to {@code terminal}. */
    static CommandLine commandLine(Terminal terminal) {
        Complaints complaints = new Complaints();
        return new CommandLine(new Sockspec(), new Commands(terminal))
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100);
    }
}
