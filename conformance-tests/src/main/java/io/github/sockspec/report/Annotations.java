package io.github.sockspec.report;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.verdict.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run found, as workflow commands of GitHub Actions: a line for each program and clause that does not hold. GitHub
 * shows ten of a kind for a step, so the cases of one clause share a line, and those that fail come first.
 */
public final class Annotations {
    /** Longer messages are cut: GitHub shows no more than a few lines of each. */
    private static final int MOST_CHARACTERS = 1000;

    /** The outcomes that somebody has to look at, most important first, and the command that shows each. */
    private static final Map<Outcome, String> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put(Outcome.FAIL, "error");
        COMMANDS.put(Outcome.INCONCLUSIVE, "warning");
        COMMANDS.put(Outcome.WARN, "notice");
    }

    private final RecordedResults results;
    private final List<String> lines = new ArrayList<>();

    private Annotations(RecordedResults results) {
        this.results = results;
    }

    /** The commands, a line each; none for results in which everything holds. */
    public static List<String> of(RecordedResults results) {
        Annotations annotations = new Annotations(results);
        results.runs().forEach(annotations::trouble);
        COMMANDS.forEach(annotations::all);
        results.notes()
                .forEach(note -> annotations.lines.add("::warning title=sockspec::" + value(SafeText.line(note))));
        return annotations.lines;
    }

    private void trouble(RecordedResults.Run run) {
        if (run.trouble() != null) {
            add("error", run, "could not be judged", run.trouble());
        }
    }

    private void all(Outcome outcome, String command) {
        for (RecordedResults.Run run : results.runs()) {
            Map<String, List<RecordedCase>> clauses = new LinkedHashMap<>();
            run.cases().stream().filter(each -> each.is(outcome)).forEach(each -> clauses.computeIfAbsent(
                            each.clause(), clause -> new ArrayList<>())
                    .add(each));
            clauses.forEach((clause, cases) -> add(command, run, title(clause), message(cases)));
        }
    }

    /** For example {@code LOGIN-3 MUST, robust}. */
    private static String title(String clause) {
        return Clause.of(clause)
                .map(known ->
                        known.id() + " " + known.level() + ", " + known.grade().word())
                .orElse(clause);
    }

    /** Of the first case all, of the others how many there are. */
    private static String message(List<RecordedCase> cases) {
        RecordedCase first = cases.get(0);
        FindingLines exhibit = new FindingLines(first);
        List<String> text = new ArrayList<>(List.of(exhibit.reason(), first.id()));
        Optional.of(exhibit.howMany()).filter(how -> !how.isEmpty()).ifPresent(text::add);
        exhibit.replay().ifPresent(text::add);
        if (cases.size() > 1) {
            text.add("and " + Headline.count(cases.size() - 1L, "more case") + " of this clause");
        }
        return String.join("\n", text);
    }

    private void add(String command, RecordedResults.Run run, String title, String message) {
        String name = run.implementation().name();
        // Marked on the program's manifest, which is the file of the project that asked for this judgement.
        String file = Optional.ofNullable(results.options())
                .map(options -> options.get(ReplayCommands.manifestOf(name)))
                .map(manifest -> "file=" + property(manifest) + ",line=1,")
                .orElse("");
        String cut = message.length() > MOST_CHARACTERS ? message.substring(0, MOST_CHARACTERS) + "…" : message;
        lines.add("::" + command + " " + file + "title=" + property(name + ": " + title) + "::" + value(harmless(cut)));
    }

    /** Each line harmless by itself: the message's own line ends stay. */
    private static String harmless(String message) {
        return message.lines()
                .map(SafeText::line)
                .reduce((one, next) -> one + "\n" + next)
                .orElse("");
    }

    /** As the runner reads it back: an end of line within a message would start a command of the program's choice. */
    private static String value(String text) {
        return Objects.requireNonNull(text)
                .replace("%", "%25")
                .replace("\r", "%0D")
                .replace("\n", "%0A");
    }

    private static String property(String text) {
        return value(SafeText.line(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
