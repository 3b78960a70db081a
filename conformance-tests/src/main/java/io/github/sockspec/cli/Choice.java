package io.github.sockspec.cli;

import io.github.sockspec.program.Implementation;
import io.github.sockspec.protocol.Grade;
import io.github.sockspec.run.Glob;
import io.github.sockspec.run.Selection;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options that choose cases. */
final class Choice {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--only",
            paramLabel = "PATTERN",
            description = "Only cases whose name matches; a clause alone is enough. May be given again.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--skip", paramLabel = "PATTERN", description = "No case whose name matches. May be given again.")
    private List<String> skip = new ArrayList<>();

    @Option(
            names = "--grade",
            paramLabel = "GRADE",
            converter = GradeOption.class,
            description = "Only cases of a grade: interoperates, robust, survives or bounded.")
    private @Nullable Grade grade;

    /**
     * What was chosen.
     *
     * @param programs that are to be judged; none for those of the reference
     * @throws CommandLine.ParameterException when a pattern matches no case at all: a mistake, or a leftover
     */
    Selection selection(List<Implementation> programs) {
        Selection selection = new Selection(globs(only), globs(skip), Optional.ofNullable(grade));
        List<Glob> useless = selection.useless(known(programs));
        if (!useless.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "no case matches " + useless.stream().map(Glob::text).collect(Collectors.joining(", "))
                            + "; ./sockspec list shows what there is");
        }
        return selection;
    }

    /** Whether nothing was left out. */
    boolean everything() {
        return only.isEmpty() && skip.isEmpty() && grade == null;
    }

    /** Those that were chosen of the cases there are, be {@code programs} what they may. */
    List<Case> cases(List<Implementation> programs) {
        return selection(programs).of(known(programs));
    }

    private static List<Case> known(List<Implementation> programs) {
        return Stream.concat(Catalogue.all().stream(), Catalogue.of(programs).stream())
                .distinct()
                .toList();
    }

    private static List<Glob> globs(List<String> patterns) {
        return patterns.stream().map(Glob::new).toList();
    }
}
