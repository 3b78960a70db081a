package io.github.sockspec.history;

import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.RecordedResults.Fraction;
import io.github.sockspec.report.RecordedResults.Program;
import io.github.sockspec.report.RecordedResults.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One program then and now.
 *
 * @param name as it is now
 * @param title its protocol, role and name
 * @param program what is known of whether it is the same program, a line each
 * @param grades the grades that changed, each as {@code 3/4 → 4/4}
 * @param changes the cases that changed
 */
public record ProgramDifference(
        String name, String title, List<String> program, Map<String, String> grades, List<Change> changes) {

    static ProgramDifference of(Optional<Run> before, Optional<Run> after) {
        Program now = after.or(() -> before).map(Run::implementation).orElseThrow();
        return new ProgramDifference(
                now.name(),
                now.title(),
                program(before.map(Run::implementation), after.map(Run::implementation)),
                grades(before, after),
                Changes.of(
                        now.name(),
                        before.map(Run::cases).orElse(List.of()),
                        after.map(Run::cases).orElse(List.of())));
    }

    /** What is known of the program, and the grades that changed, a line each. */
    List<String> about() {
        List<String> lines = new ArrayList<>(program);
        grades.forEach((grade, change) -> lines.add(grade + " " + change));
        return lines;
    }

    /** The changes, the worst first. */
    List<Change> sorted() {
        return changes.stream().sorted(Comparator.comparing(Change::kind)).toList();
    }

    /** Those of them that are shown in full. */
    List<Change> told() {
        return sorted().stream().filter(change -> change.kind().tellsHow()).toList();
    }

    private static List<String> program(Optional<Program> before, Optional<Program> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return List.of(before.isEmpty() ? "was not judged before" : "is not judged any more");
        }
        Program was = before.get();
        Program is = after.get();
        List<String> lines = new ArrayList<>();
        differing("name", was.name(), is.name()).ifPresent(lines::add);
        differing("dialect", was.dialect(), is.dialect()).ifPresent(lines::add);
        differing("executable", executable(was), executable(is)).ifPresent(lines::add);
        differing("image", image(was), image(is)).ifPresent(lines::add);
        lines.addAll(files(
                Objects.requireNonNullElse(was.files(), Map.of()), Objects.requireNonNullElse(is.files(), Map.of())));
        return lines;
    }

    private static String executable(Program program) {
        RecordedResults.Identity identity = program.identity();
        return identity == null ? "" : identity.executable();
    }

    private static String image(Program program) {
        RecordedResults.Identity identity = program.identity();
        return identity == null ? "" : Objects.requireNonNullElse(identity.image(), "");
    }

    private static Optional<String> differing(String what, String was, String is) {
        return Objects.equals(was, is) || was.isEmpty() || is.isEmpty()
                ? Optional.empty()
                : Optional.of("its " + what + " changed: " + was + " → " + is);
    }

    private static List<String> files(Map<String, String> was, Map<String, String> is) {
        if (was.isEmpty() || is.isEmpty()) {
            return List.of("whether it is the same program is not known: its files were not seen");
        }
        Set<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        List<String> changed = names.stream()
                .filter(name -> !Objects.equals(was.get(name), is.get(name)))
                .map(name -> name + (was.containsKey(name) ? is.containsKey(name) ? "" : " (gone)" : " (new)"))
                .toList();
        return changed.isEmpty()
                ? List.of("its files are the same")
                : List.of("its files changed: " + String.join(", ", changed));
    }

    private static Map<String, String> grades(Optional<Run> before, Optional<Run> after) {
        Map<String, Fraction> was = before.map(Run::grades).orElse(Map.of());
        Map<String, Fraction> is = after.map(Run::grades).orElse(Map.of());
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        Map<String, String> changed = new LinkedHashMap<>();
        for (String name : names) {
            if (!Objects.equals(was.get(name), is.get(name))) {
                changed.put(name, fraction(was.get(name)) + " → " + fraction(is.get(name)));
            }
        }
        return changed;
    }

    private static String fraction(@Nullable Fraction fraction) {
        return fraction == null ? "none" : fraction.text();
    }
}
