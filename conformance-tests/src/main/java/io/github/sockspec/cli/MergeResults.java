package io.github.sockspec.cli;

import io.github.sockspec.history.Judgements;
import io.github.sockspec.history.MergeSource;
import io.github.sockspec.history.Merging;
import io.github.sockspec.history.Unmergeable;
import io.github.sockspec.report.Headline;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.SafeText;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.run.Found;
import io.github.sockspec.run.Gate;
import io.github.sockspec.run.Place;
import io.github.sockspec.suite.Case;
import io.github.sockspec.suite.Catalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts results together. */
@Command(
        name = "merge",
        sortOptions = false,
        description = {
            "Put the shards of a run, or runs of different implementations, together into one report.",
            "The exit status is that of the run they make; give the same --baseline and --known-failures as to its parts."
        })
final class MergeResults implements Callable<Integer> {
    private final Terminal terminal;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Each a results.json, or the directory that has it.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/sockspec",
            description = "Where results.json, junit.xml, summary.md and index.html go (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Mixin
    private Gating gating = new Gating();

    @Mixin
    private Appearance appearance = new Appearance();

    MergeResults(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Gate gate = gating.gate(terminal.clock());
        RecordedResults merged = merged();
        Found found = Judgements.of(merged, leftOut(merged));
        Gate.Passage passage = gate.judge(found);
        ExitStatus exit = passage.exit();
        passage = gating.updated(gate, exit, found).map(now -> now.judge(found)).orElse(passage);
        RecordedResults results = Judgements.passed(merged, passage);
        Reports.write(results, out);
        Headline headline = Headline.of(results);
        if (!appearance.quiet()) {
            results.notes().forEach(note -> terminal.out().println("note      " + SafeText.line(note, 400)));
        }
        terminal.out()
                .println(appearance.paint(terminal).on(headline.shade(), headline.word()) + "  " + headline.rest());
        if (!appearance.quiet()) {
            terminal.out().println("report    " + out.resolve("index.html"));
        }
        return passage.exit().code();
    }

    private RecordedResults merged() {
        List<MergeSource> sources = files.stream()
                .map(file -> new MergeSource(Recorded.file(file).toString(), Recorded.read(file, spec)))
                .toList();
        try {
            return Merging.of(sources);
        } catch (Unmergeable different) {
            throw new InvalidFile(spec.commandLine(), different);
        }
    }

    /** What the parts could have judged and were not asked to: entries of a baseline may speak of it. */
    private static List<Place> leftOut(RecordedResults merged) {
        return merged.runs().stream()
                .flatMap(run -> {
                    RecordedResults.Program program = run.implementation();
                    Set<String> judged =
                            run.cases().stream().map(each -> each.id()).collect(Collectors.toSet());
                    return Catalogue.all().stream()
                            .map(Case::id)
                            .filter(id -> id.startsWith(program.protocol() + "/" + program.role() + "/"))
                            .filter(id -> !judged.contains(id))
                            .map(id -> new Place(program.name(), id));
                })
                .toList();
    }
}
