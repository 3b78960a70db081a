package io.github.sockspec.report.web;

import io.github.sockspec.report.Millis;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One program with all that was found out about it.
 *
 * @param anchor where links lead
 * @param name what its manifest calls it
 * @param side for example {@code login server}
 * @param protocol the protocol's word, for filters
 * @param trouble what kept the suite from working; empty where nothing did
 * @param counts its cases by verdict, in words
 * @param judged what was judged: who listened, in which dialect, kept apart how
 * @param grades the four grades
 * @param clauses in the order of PROTOCOL.md
 */
record ProgramView(
        String anchor,
        String name,
        String side,
        String protocol,
        String trouble,
        String counts,
        List<Named> judged,
        List<GradeView> grades,
        List<ClauseView> clauses) {
    private static final int MOST_FILES = 6;

    static ProgramView of(String anchor, RecordedResults.Run run, PageContext around) {
        RecordedResults.Program program = run.implementation();
        List<ClauseView> clauses = ClauseView.of(anchor, run, around);
        List<Mark> marks = clauses.stream()
                .flatMap(clause -> clause.cases().stream())
                .map(CaseView::mark)
                .toList();
        return new ProgramView(
                anchor,
                SafeText.line(program.name(), 80),
                program.protocol() + " " + program.role(),
                program.protocol(),
                run.trouble() == null ? "" : SafeText.line(run.trouble(), 600),
                marks.isEmpty() ? "no case was carried out" : Mark.words(marks),
                judged(run),
                GradeView.of(run, clauses),
                clauses);
    }

    private static List<Named> judged(RecordedResults.Run run) {
        List<Named> rows = new ArrayList<>();
        RecordedResults.Identity identity = run.implementation().identity();
        if (identity == null) {
            rows.add(new Named("Program", "it never ran"));
        } else {
            rows.addAll(identity(identity));
        }
        Map<String, String> files = run.implementation().files();
        if (files != null && !files.isEmpty()) {
            rows.add(new Named("Files", files(files)));
        }
        rows.add(new Named("Dialect", run.implementation().dialect()));
        rows.add(new Named("Measured", measured(run)));
        Optional.ofNullable(run.learned())
                .ifPresent(lines -> lines.forEach(line -> rows.add(new Named("Learned", SafeText.line(line, 600)))));
        return rows;
    }

    private static List<Named> identity(RecordedResults.Identity identity) {
        List<Named> rows = new ArrayList<>();
        String process = identity.pid() == null ? "" : ", process " + identity.pid();
        rows.add(new Named("Program", identity.executable() + process));
        if (identity.image() != null) {
            rows.add(new Named("Image", identity.image()));
        }
        // A client that fixes no address has none.
        if (!identity.address().isEmpty()) {
            String before = identity.portWasFree() ? "free before the start" : "already in use before the start";
            String owner = identity.ownsSocket() ? "its own socket" : "the socket is not known to be its own";
            rows.add(new Named("Address", identity.address() + " (" + before + "; " + owner + ")"));
        }
        rows.add(new Named("Isolation", identity.isolation()));
        return rows;
    }

    /** Each file with a hash of its content; of very many, the first. */
    private static String files(Map<String, String> files) {
        String named = files.entrySet().stream()
                .limit(MOST_FILES)
                .map(file -> file.getKey() + " " + file.getValue())
                .collect(Collectors.joining(", "));
        return files.size() > MOST_FILES ? named + " and " + (files.size() - MOST_FILES) + " more" : named;
    }

    private static String measured(RecordedResults.Run run) {
        String latency = run.latency() == null
                ? "no plain conversation was answered"
                : String.format(Locale.ROOT, "a plain conversation took at most %s", Millis.words(run.latency()));
        return latency + "; an answer was waited for " + Millis.words(run.patience());
    }

    boolean ran() {
        return !clauses.isEmpty();
    }
}
