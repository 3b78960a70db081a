package io.github.sockspec.report;

import io.github.sockspec.protocol.Clause;
import io.github.sockspec.protocol.Grade;
import io.github.sockspec.report.Colour.Shade;
import io.github.sockspec.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What was found out about one implementation, for a person at a terminal, as lines: how far it gets, and what it was. */
final class RunText {
    private final RecordedResults.Run run;
    private final Colour paint;
    private final List<String> lines = new ArrayList<>();

    private RunText(RecordedResults.Run run, Colour paint) {
        this.run = run;
        this.paint = paint;
    }

    static List<String> of(RecordedResults.Run run, Colour paint) {
        return new RunText(run, paint).describe();
    }

    /** For example {@code exec server  course-exec-server}. */
    private static String title(RecordedResults.Program program) {
        return program.protocol() + " " + program.role() + "  " + SafeText.line(program.name(), 80);
    }

    private List<String> describe() {
        lines.add(paint.on(Shade.STRONG, title(run.implementation())));
        Grades.of(run.cases()).forEach(this::grade);
        add("measured", measured());
        Optional.ofNullable(run.implementation().identity()).ifPresent(identity -> add("judged", judged(identity)));
        Optional.ofNullable(run.learned())
                .ifPresent(lines -> lines.forEach(line -> add("learned", SafeText.line(line, 300))));
        aside(Outcome.NOT_APPLICABLE, "not applicable");
        aside(Outcome.INCONCLUSIVE, "inconclusive");
        Optional.ofNullable(run.trouble())
                .ifPresent(why -> add("trouble", paint.on(Shade.BAD, SafeText.line(why, 300))));
        return lines;
    }

    private void grade(Grade grade, GradeCount held) {
        String open = held.open().stream().map(this::open).collect(Collectors.joining(", "));
        Shade shade = held.open().isEmpty() ? Shade.GOOD : held.reached() ? Shade.DOUBTFUL : Shade.BAD;
        lines.add("  %s %s".formatted(pad(grade.word()), paint.on(shade, held.fraction()))
                + (open.isEmpty() ? "" : "  not " + open));
    }

    private String open(Clause clause) {
        return clause.id()
                + switch (clause.level()) {
                    case MUST -> "";
                    case SHOULD -> " (SHOULD)";
                    case MAY -> " (MAY)";
                };
    }

    private String measured() {
        String latency = run.latency() == null
                ? "no plain conversation was answered"
                : "a plain conversation took at most " + Millis.words(run.latency());
        return latency + "; an answer was waited for " + Millis.words(run.patience());
    }

    private static String judged(RecordedResults.Identity identity) {
        String process = identity.pid() == null ? "" : ", process " + identity.pid();
        String doubt = (identity.portWasFree() ? "" : "; the port was in use before")
                + (identity.ownsSocket() ? "" : "; the listening socket is not known to be its own");
        // A client that fixes no address has none.
        String place = identity.address().isEmpty() ? "" : " at " + identity.address();
        return SafeText.line(identity.executable() + place + process + ", " + identity.isolation() + doubt, 300);
    }

    /** The clauses whose cases ended in {@code outcome}, gathered under the reason they share. */
    private void aside(Outcome outcome, String title) {
        Map<String, Set<String>> byReason = new TreeMap<>();
        run.cases().stream().filter(found -> found.is(outcome)).forEach(found -> byReason.computeIfAbsent(
                        reason(found), why -> new TreeSet<>(ClauseOrder.BY_ID))
                .add(found.clause()));
        byReason.forEach((reason, clauses) -> add(title, String.join(", ", clauses) + ": " + reason));
    }

    private static String reason(RecordedCase found) {
        return found.reason().isEmpty() ? "no reason was given" : SafeText.line(found.reason(), 200);
    }

    private void add(String title, String text) {
        lines.add("  " + pad(title) + " " + text);
    }

    private static String pad(String word) {
        return "%-14s".formatted(word);
    }
}
