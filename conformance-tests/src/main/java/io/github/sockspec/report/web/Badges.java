package io.github.sockspec.report.web;

import io.github.sockspec.protocol.Grade;
import io.github.sockspec.report.GradeCount;
import io.github.sockspec.report.Grades;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.ReportFile;
import io.github.sockspec.report.Templates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A picture for each grade, for a README: {@code robust.svg}. Where several programs were judged, each has a directory of
 * its own, named after it.
 */
public final class Badges {
    private static final int LONGEST_NAME = 60;

    private Badges() {}

    /**
     * Writes the badges of {@code results} below {@code directory}.
     *
     * @return the files, in the order of programs and grades
     */
    public static List<Path> write(RecordedResults results, Path directory) {
        List<Path> files = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (RecordedResults.Run run : results.runs()) {
            Path place = results.runs().size() == 1
                    ? directory
                    : directory.resolve(unique(run.implementation().name(), taken));
            files.addAll(write(run, place));
        }
        return files;
    }

    private static List<Path> write(RecordedResults.Run run, Path directory) {
        Map<Grade, GradeCount> grades = Grades.of(run.cases());
        List<Path> files = new ArrayList<>();
        for (Grade grade : Grade.values()) {
            Path file = directory.resolve(grade.word() + ".svg");
            Badge badge = Badge.of(grade.word(), Optional.ofNullable(grades.get(grade)));
            ReportFile.write(file, Templates.HTML.render("badge", badge));
            files.add(file);
        }
        return files;
    }

    /** A program's name as a directory's, whatever it is made of; programs that would share one are numbered. */
    private static String unique(String name, Set<String> taken) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = plain.isEmpty() ? "program" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        String free = cut;
        for (int number = 2; !taken.add(free); number++) {
            free = cut + "-" + number;
        }
        return free;
    }
}
