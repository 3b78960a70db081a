package io.github.sockspec.history;

import io.github.sockspec.protocol.Grade;
import io.github.sockspec.report.ClauseOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How one program got on.
 *
 * @param title its protocol, role and name
 * @param standings its runs, the oldest first
 */
public record ProgramHistory(String title, List<GradeStanding> standings) {
    public ProgramHistory {
        standings = List.copyOf(standings);
    }

    /**
     * A clause that fails in the last run.
     *
     * @param clause the published identifier
     * @param run the number, from 1, of the first of the runs in a row in which it fails
     * @param first that run
     * @param before the last run before in which it held; empty where there is none
     */
    public record Failing(String clause, int run, GradeStanding first, Optional<GradeStanding> before) {
        /** Since when, in words. */
        public String words() {
            return "since " + first.when() + " (run " + run + ", " + first.file() + "), "
                    + before.map(held -> "held before" + because(held)).orElse("never seen to hold before");
        }

        /** What else changed with that run. */
        private String because(GradeStanding held) {
            List<String> changes = new ArrayList<>();
            if (!held.suite().equals(first.suite())) {
                changes.add("the suite changed too");
            }
            if (!held.files().isEmpty() && !first.files().isEmpty()) {
                changes.add(held.files().equals(first.files()) ? "the program's files did not change" : files(held));
            }
            return changes.isEmpty() ? "" : "; " + String.join(", ", changes);
        }

        private String files(GradeStanding held) {
            TreeSet<String> names = new TreeSet<>(held.files().keySet());
            names.addAll(first.files().keySet());
            names.removeIf(
                    name -> Objects.equals(held.files().get(name), first.files().get(name)));
            return "the program changed: " + String.join(", ", names);
        }
    }

    GradeStanding last() {
        return standings.get(standings.size() - 1);
    }

    /** The words of the grades that were judged in some run, in their own order. */
    List<String> grades() {
        return Arrays.stream(Grade.values())
                .map(Grade::word)
                .filter(word ->
                        standings.stream().anyMatch(each -> each.share(word).isPresent()))
                .toList();
    }

    /** The clauses that fail in some run, in the order of PROTOCOL.md. */
    List<String> troubled() {
        return standings.stream()
                .flatMap(each -> each.clauses().keySet().stream().filter(each::fails))
                .distinct()
                .sorted(ClauseOrder.BY_ID)
                .toList();
    }

    /** The clauses that fail in the last run, each with its first bad run. */
    public List<Failing> failing() {
        return troubled().stream().filter(last()::fails).map(this::failing).toList();
    }

    /** The same, each since-when with the clauses of which it is true. */
    Map<String, List<String>> failingSince() {
        Map<String, List<String>> since = new LinkedHashMap<>();
        failing().forEach(each -> since.computeIfAbsent(each.words(), words -> new ArrayList<>())
                .add(each.clause()));
        return since;
    }

    /** A run that did not judge the clause, or could not show it, neither ends nor begins a row of bad runs. */
    private Failing failing(String clause) {
        int first = standings.size() - 1;
        int at = first;
        while (at > 0 && !standings.get(at - 1).holds(clause)) {
            at--;
            first = standings.get(at).fails(clause) ? at : first;
        }
        return new Failing(
                clause,
                first + 1,
                standings.get(first),
                at > 0 ? Optional.of(standings.get(at - 1)) : Optional.empty());
    }

    /** The clauses that failed in some run and hold in the last. */
    List<String> mended() {
        return troubled().stream().filter(last()::holds).toList();
    }
}
