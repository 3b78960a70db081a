package io.github.sockspec.report;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.report.capture.Capture;
import io.github.sockspec.report.script.Reproduction;
import io.github.sockspec.run.Results;
import io.github.sockspec.run.RunResult;
import io.github.sockspec.verdict.CaseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What belongs to each failing case beside the reports: a script that shows the failure, and a capture of it. */
public final class Failures {
    private static final String DIRECTORY = "failures";
    private static final String SCRIPT = ".py";
    private static final String CAPTURE = ".pcapng";

    private Failures() {}

    /** Writes them under {@code out}, where an earlier run's are removed. */
    public static void write(Results results, Path out) {
        clear(out.resolve(DIRECTORY));
        for (RunResult run : results.runs()) {
            for (CaseResult result : run.cases()) {
                Reproduction.of(result, run.implementation())
                        .ifPresent(script ->
                                ReportFile.write(out.resolve(name(result, run.implementation()) + SCRIPT), script));
                Capture.of(result, results.version())
                        .ifPresent(capture -> ReportFile.write(
                                out.resolve(name(result, run.implementation()) + CAPTURE),
                                file -> file.write(capture)));
            }
        }
    }

    /** Where the script is, relative to {@code results.json}; empty where there is none. */
    static Optional<String> script(CaseResult result, Implementation implementation) {
        return Reproduction.of(result, implementation).map(script -> name(result, implementation) + SCRIPT);
    }

    /** Where the capture is, relative to {@code results.json}; empty where there is none. */
    static Optional<String> capture(CaseResult result, Implementation implementation) {
        return Capture.possible(result) ? Optional.of(name(result, implementation) + CAPTURE) : Optional.empty();
    }

    private static String name(CaseResult result, Implementation implementation) {
        List<String> parts = List.of(result.id().split("/", -1));
        String last = parts.get(parts.size() - 1);
        return DIRECTORY + "/" + harmless(implementation.name()) + "/"
                + result.clause().id() + "." + last;
    }

    /** A name that any system and any address takes, different for different names. */
    private static String harmless(String name) {
        StringBuilder safe = new StringBuilder();
        name.codePoints()
                .forEach(point -> safe.append(
                        point < 0x80 && (Character.isLetterOrDigit(point) || point == '-')
                                ? Character.toString(point)
                                : String.format(Locale.ROOT, "_%x_", point)));
        return safe.toString();
    }

    private static void clear(Path directory) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> found = Files.walk(directory, 2)) {
            for (Path file : found.filter(Failures::ours).toList()) {
                Files.delete(file);
            }
        } catch (IOException undeletable) {
            throw new UncheckedIOException(directory + ": what an earlier run left can't be removed", undeletable);
        }
    }

    private static boolean ours(Path file) {
        return Files.isRegularFile(file)
                && (file.toString().endsWith(SCRIPT) || file.toString().endsWith(CAPTURE));
    }
}
