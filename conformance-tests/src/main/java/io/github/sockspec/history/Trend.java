package io.github.sockspec.history;

import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.RecordedResults.Run;
import io.github.sockspec.report.ResultsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The history of many results, in the order in which the runs began, whatever their files are called. Results that don't
 * say when they began come first, by the names of their files: they are from releases before those that do.
 *
 * @param courses one for each program, by its title
 * @param results how many results there are
 * @param notes what was left out, and why
 */
public record Trend(List<ProgramHistory> courses, int results, List<String> notes) {

    /**
     * The history in the files {@code *.json} below {@code directory}.
     *
     * @throws IllegalArgumentException when there is none; one line
     */
    public static Trend read(Path directory) {
        Map<String, List<GradeStanding>> standings = new TreeMap<>();
        List<String> notes = new ArrayList<>();
        int results = 0;
        for (Path file : files(directory)) {
            try {
                RecordedResults read = ResultsJson.read(file);
                if (read.shard() != null) {
                    notes.add(
                            "left out: " + file + " is shard " + read.shard() + " of a run: merge it with the others");
                    continue;
                }
                String name = directory.relativize(file).toString();
                for (Run run : read.runs()) {
                    standings
                            .computeIfAbsent(run.implementation().title(), title -> new ArrayList<>())
                            .add(GradeStanding.of(name, read, run));
                }
                results++;
            } catch (IllegalArgumentException | UncheckedIOException other) {
                notes.add("left out: " + other.getMessage());
            }
        }
        if (results == 0) {
            throw new IllegalArgumentException(
                    directory + ": there is no results.json below it" + (notes.isEmpty() ? "" : "; " + notes.get(0)));
        }
        List<ProgramHistory> courses = new ArrayList<>();
        standings.forEach((title, course) -> {
            course.sort(
                    Comparator.comparing((GradeStanding each) -> each.started().orElse(Instant.MIN))
                            .thenComparing(GradeStanding::file));
            courses.add(new ProgramHistory(title, course));
        });
        return new Trend(courses, results, notes);
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new IllegalArgumentException(directory + ": there is no such directory");
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            return walk.filter(
                            file -> Files.isRegularFile(file) && file.toString().endsWith(".json"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(directory + " can't be read", unreadable);
        }
    }
}
