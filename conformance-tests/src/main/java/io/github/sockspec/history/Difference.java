package io.github.sockspec.history;

import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.RecordedResults.Program;
import io.github.sockspec.report.RecordedResults.Run;
import io.github.sockspec.run.ExitStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What changed from one run to another.
 *
 * @param circumstances what else changed than the programs: the suite, its seed, what was asked; a line each
 * @param programs one for each program of either run
 * @param inCommon how many cases both runs judged
 */
public record Difference(List<String> circumstances, List<ProgramDifference> programs, long inCommon) {
    /** The options of a run that decide what is asked. */
    static final List<String> OPTIONS = List.of("samples", "only", "skip", "grade", "shard");

    /** What changed from {@code before} to {@code after}. */
    public static Difference of(RecordedResults before, RecordedResults after) {
        List<ProgramDifference> programs = new ArrayList<>();
        long common = 0;
        for (Pair pair : pairs(before.runs(), after.runs())) {
            programs.add(ProgramDifference.of(pair.before(), pair.after()));
            common += pair.inCommon();
        }
        return new Difference(circumstances(before, after), programs, common);
    }

    private record Pair(Optional<Run> before, Optional<Run> after) {
        long inCommon() {
            Set<String> ids = before.stream()
                    .flatMap(run -> run.cases().stream())
                    .map(RecordedCase::id)
                    .collect(Collectors.toSet());
            return after.stream()
                    .flatMap(run -> run.cases().stream())
                    .filter(each -> ids.contains(each.id()))
                    .count();
        }
    }

    /** Programs by their names; one that has no namesake goes with the only other such one of its kind: it was renamed. */
    private static List<Pair> pairs(List<Run> before, List<Run> after) {
        Map<Program.Key, Run> then = new LinkedHashMap<>();
        before.forEach(run -> then.put(run.implementation().key(), run));
        List<Program.Key> kept =
                after.stream().map(run -> run.implementation().key()).toList();
        List<Pair> pairs = new ArrayList<>();
        for (Run run : after) {
            Program.Key key = run.implementation().key();
            Program.Key was = then.containsKey(key) ? key : renamed(key, then, kept);
            pairs.add(new Pair(Optional.ofNullable(then.remove(was)), Optional.of(run)));
        }
        then.values().forEach(run -> pairs.add(new Pair(Optional.of(run), Optional.empty())));
        return pairs;
    }

    private static Program.Key renamed(Program.Key key, Map<Program.Key, Run> then, List<Program.Key> now) {
        List<Program.Key> gone = then.keySet().stream()
                .filter(each -> each.sameSide(key) && !now.contains(each))
                .toList();
        long come = now.stream()
                .filter(each -> each.sameSide(key) && !then.containsKey(each))
                .count();
        return gone.size() == 1 && come == 1 ? gone.get(0) : key;
    }

    private static List<String> circumstances(RecordedResults before, RecordedResults after) {
        List<String> lines = new ArrayList<>();
        differing("the suite's version", before.suite().version(), after.suite().version())
                .ifPresent(lines::add);
        differing("the seed", String.valueOf(before.seed()), String.valueOf(after.seed()))
                .ifPresent(lines::add);
        for (String option : OPTIONS) {
            differing("--" + option, option(before, option), option(after, option))
                    .ifPresent(lines::add);
        }
        return lines;
    }

    static String option(RecordedResults results, String option) {
        String none = option.equals("shard") ? "all" : "unknown";
        return results.options().getOrDefault(option, none);
    }

    private static Optional<String> differing(String what, String was, String is) {
        return Objects.equals(was, is) ? Optional.empty() : Optional.of(what + " changed: " + was + " → " + is);
    }

    /** All cases that changed, the worst first. */
    public List<Change> changes() {
        return programs.stream()
                .flatMap(each -> each.changes().stream())
                .sorted(Comparator.comparing(Change::kind))
                .toList();
    }

    /** How many changed in each way, in words. */
    public String counts() {
        Map<Change.Kind, Long> counts = changes().stream()
                .collect(Collectors.groupingBy(
                        Change::kind, () -> new EnumMap<>(Change.Kind.class), Collectors.counting()));
        return counts.isEmpty()
                ? "no case ends otherwise than before"
                : counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + count.getKey().word())
                        .collect(Collectors.joining(", "));
    }

    /** Nothing worse, worse, or nothing that could be compared. */
    public ExitStatus exit() {
        if (inCommon == 0) {
            return ExitStatus.NOTHING_RAN;
        }
        return changes().stream().anyMatch(change -> change.kind().worse()) ? ExitStatus.REGRESSION : ExitStatus.HOLDS;
    }

    /** How a page colours it. */
    String tone() {
        return switch (exit()) {
            case HOLDS -> "good";
            case REGRESSION -> "bad";
            default -> "doubt";
        };
    }

    /** The verdict in a word. */
    public String headline() {
        return switch (exit()) {
            case REGRESSION -> "WORSE";
            case NOTHING_RAN -> "NOTHING IN COMMON";
            default -> changes().isEmpty() ? "THE SAME" : "NOT WORSE";
        };
    }
}
