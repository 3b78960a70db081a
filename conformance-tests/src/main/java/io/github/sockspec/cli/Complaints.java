package io.github.sockspec.cli;

import io.github.sockspec.report.SafeText;
import io.github.sockspec.run.ExitStatus;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What went wrong, in one line; wrong usage says where help is to be had. A stack trace only when asked for. */
final class Complaints implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleParseException(CommandLine.ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        CommandSpec spec = command.getCommandSpec();
        command.getErr().println("sockspec: " + line(wrong.getMessage()) + suggestions(wrong));
        if (!(wrong instanceof InvalidFile)) {
            command.getErr().println("See ./" + spec.qualifiedName() + " --help");
        }
        trace(wrong, command);
        return ExitStatus.USAGE.code();
    }

    @Override
    public int handleExecutionException(Exception failed, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("sockspec: " + said(failed));
        trace(failed, command);
        return ExitStatus.TROUBLE.code();
    }

    /** The message, and below an unnamed one or one about a file the cause's too. */
    private static String said(Throwable failed) {
        Throwable cause = failed.getCause();
        if (failed instanceof UncheckedIOException && cause != null) {
            return line(failed.getMessage() + ": " + reason(cause));
        }
        return failed.getMessage() == null ? reason(failed) : line(failed.getMessage());
    }

    private static String reason(Throwable cause) {
        return line(cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : " " + cause.getMessage()));
    }

    private static String suggestions(CommandLine.ParameterException wrong) {
        if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            return "; did you mean "
                    + unmatched.getSuggestions().stream().limit(3).collect(Collectors.joining(" or ")) + "?";
        }
        return "";
    }

    private static String line(@Nullable String message) {
        return message == null ? "no reason was given" : SafeText.line(message, 1000);
    }

    private static void trace(Exception failed, CommandLine command) {
        if (command.getCommandSpec().root().userObject() instanceof Sockspec sockspec && sockspec.debug()) {
            PrintWriter err = command.getErr();
            failed.printStackTrace(err);
            err.flush();
        }
    }
}
