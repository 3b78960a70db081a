package io.github.sockspec.report.web;

import io.github.sockspec.report.Millis;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.SafeText;
import io.github.sockspec.run.Asked;
import io.github.sockspec.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One case, as the page shows it. What may be absent is a list of at most one.
 *
 * @param anchor where links lead
 * @param mark the verdict
 * @param name the last part of its name: conversation and delivery
 * @param id the whole name
 * @param tally how many deliveries failed; empty where none was made
 * @param asked what it asks
 * @param reason why it ended so
 * @param ladders the smallest failing delivery, drawn
 * @param planned the writes of a delivery of which nothing was seen
 * @param sides expected and actual
 * @param output the program's own output
 * @param copies what can be copied: the command, the script
 * @param links what lies beside the page
 */
record CaseView(
        String anchor,
        Mark mark,
        String name,
        String id,
        String tally,
        List<Named> asked,
        String reason,
        List<SequenceDiagram> ladders,
        List<String> planned,
        List<ComparisonView> sides,
        List<String> output,
        List<Copy> copies,
        List<Named> links) {

    private static final int MOST_OUTPUT_LINES = 40;
    private static final int MOST_REASON = 600;

    /** Text with a button that copies it; a command is wrapped, a script is not. */
    record Copy(String title, String hint, String kind, String text) {}

    static CaseView of(String anchor, RecordedCase each, RecordedResults.Program program, PageContext around) {
        Optional<String> capture = around.beside().link(each.capture());
        return new CaseView(
                anchor,
                Mark.of(each.verdict()),
                each.id().substring(each.id().lastIndexOf('/') + 1),
                each.id(),
                tally(each),
                asked(around.asked().apply(each.id()), each),
                SafeText.line(each.reason(), MOST_REASON),
                SequenceDrawing.of(each, program),
                planned(each),
                ComparisonView.of(each.compared()),
                output(each),
                copies(each, around.beside()),
                capture.map(link -> List.of(new Named("The packets as pcapng", link)))
                        .orElse(List.of()));
    }

    private static List<Named> asked(Asked asked, RecordedCase each) {
        List<Named> rows = new ArrayList<>();
        add(rows, "Asks", asked.about());
        add(rows, "Says", asked.says());
        add(rows, "Travels", asked.travels());
        add(rows, "Tried", tried(each));
        add(rows, "Took", Millis.words(each.millis()));
        return rows;
    }

    private static void add(List<Named> rows, String name, String value) {
        if (!value.isEmpty()) {
            rows.add(new Named(name, value));
        }
    }

    private static String tried(RecordedCase each) {
        if (each.deliveries() == 0) {
            return "";
        }
        int timed = each.deliveries() - each.confirmed();
        String early = each.planned() > each.deliveries() ? " of " + each.planned() + ", then stopped" : "";
        return each.deliveries() + (each.deliveries() == 1 ? " delivery" : " deliveries") + early + "; of these "
                + each.confirmed() + " confirmed by the kernel, " + timed + " timed";
    }

    private static String tally(RecordedCase each) {
        if (each.deliveries() == 0) {
            return "";
        }
        return each.is(Outcome.FAIL)
                ? each.failed() + " of " + each.deliveries() + " failed"
                : each.deliveries() + (each.deliveries() == 1 ? " delivery" : " deliveries");
    }

    /** Only where there is nothing to draw. */
    private static List<String> planned(RecordedCase each) {
        RecordedCase.Delivered smallest = each.smallest();
        return smallest == null || !smallest.seen().isEmpty()
                ? List.of()
                : smallest.write().stream()
                        .limit(MOST_OUTPUT_LINES)
                        .map(write -> write.toString())
                        .toList();
    }

    private static List<String> output(RecordedCase each) {
        List<String> lines = SafeText.lastLines(each.lastWords(), MOST_OUTPUT_LINES);
        return lines.isEmpty() ? List.of() : List.of(lines.stream().collect(Collectors.joining("\n")));
    }

    private static List<Copy> copies(RecordedCase each, AdjacentFiles beside) {
        List<Copy> copies = new ArrayList<>();
        if (each.replay() != null) {
            copies.add(new Copy("Again", "This command carries the delivery out again.", "command", each.replay()));
        }
        beside.text(each.script())
                .ifPresent(script -> copies.add(new Copy(
                        "Without sockspec",
                        "This Python program shows the failure on its own, against an address you give it.",
                        "script",
                        script.stripTrailing())));
        return copies;
    }

    /** Whether a delivery was recorded of which nothing was seen. */
    boolean unseen() {
        return !planned.isEmpty();
    }
}
