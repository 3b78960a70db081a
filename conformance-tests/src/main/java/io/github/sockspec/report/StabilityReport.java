package io.github.sockspec.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sockspec.run.ExitStatus;
import io.github.sockspec.run.VerdictCounts;
import io.github.sockspec.verdict.Outcome;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which verdicts came how often: {@code stability.json} for programs, {@code stability.md} for people.
 *
 * @param recurrences each case of each program
 * @param exit what the command says to its caller
 */
public record StabilityReport(List<VerdictCounts> recurrences, ExitStatus exit) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public StabilityReport {
        recurrences = List.copyOf(recurrences);
    }

    private record Summary(int schema, int exit, int unstable, List<Entry> cases) {}

    private record Entry(
            String implementation,
            String id,
            String clause,
            boolean stable,
            Map<String, Integer> quiet,
            Map<String, Integer> loaded,
            Map<String, String> reasons) {
        private static Entry of(VerdictCounts each) {
            return new Entry(
                    each.implementation(),
                    each.id(),
                    each.clause().id(),
                    each.stable(),
                    worded(each.quiet()),
                    worded(each.loaded()),
                    worded(each.reasons()));
        }
    }

    private static <T> Map<String, T> worded(Map<Outcome, T> of) {
        Map<String, T> words = new LinkedHashMap<>();
        new TreeMap<>(of).forEach((outcome, value) -> words.put(outcome.word(), value));
        return words;
    }

    /** Writes both files into {@code directory}. */
    public void write(Path directory) {
        ReportFile.write(directory.resolve("stability.json"), out -> out.write(json()));
        ReportFile.write(directory.resolve("stability.md"), markdown());
    }

    private byte[] json() {
        try {
            return JSON.writeValueAsBytes(new Summary(
                    1,
                    exit.code(),
                    unstable().size(),
                    recurrences.stream().map(Entry::of).toList()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the report can't be written as JSON", impossible);
        }
    }

    private List<VerdictCounts> unstable() {
        return recurrences.stream().filter(each -> !each.stable()).toList();
    }

    /** In a line, and a line for each case that did not say the same every time. */
    public List<String> lines() {
        List<VerdictCounts> unstable = unstable();
        return Stream.concat(
                        unstable.stream().map(StabilityReport::line),
                        Stream.of(
                                unstable.isEmpty()
                                        ? "STABLE  " + cases() + ", the same each time"
                                        : "UNSTABLE  " + unstable.size() + " of " + cases()))
                .toList();
    }

    private String cases() {
        return recurrences.size() + (recurrences.size() == 1 ? " case" : " cases");
    }

    private static String line(VerdictCounts each) {
        String reasons = each.reasons().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(reason -> "\n    " + reason.getKey().word() + ": " + SafeText.line(reason.getValue(), 400))
                .collect(Collectors.joining());
        return each.implementation() + "  " + each.id() + "  " + times(each) + reasons;
    }

    private static String times(VerdictCounts each) {
        if (each.loaded().isEmpty()) {
            return times(each.quiet());
        }
        return each.quiet().isEmpty()
                ? times(each.loaded()) + " under load"
                : times(each.quiet()) + "; " + times(each.loaded()) + " under load";
    }

    private static String times(Map<Outcome, Integer> counts) {
        return new TreeMap<>(counts)
                .entrySet().stream()
                        .map(count -> count.getKey().word() + " " + count.getValue())
                        .collect(Collectors.joining(", "));
    }

    private String markdown() {
        return Templates.MARKDOWN.render(
                "stability.md",
                new Table(
                        lines().get(lines().size() - 1),
                        recurrences.stream().map(Row::of).toList()));
    }

    /** What the template shows. */
    private record Table(String verdict, List<Row> rows) {}

    private record Row(String implementation, String id, String quiet, String loaded, String said, String why) {
        static Row of(VerdictCounts each) {
            return new Row(
                    each.implementation(),
                    each.id(),
                    times(each.quiet()),
                    times(each.loaded()),
                    each.stable() ? "always the same" : "**not the same**",
                    each.reasons().values().stream()
                            .map(reason -> SafeText.line(reason, 200))
                            .collect(Collectors.joining("; ")));
        }
    }
}
