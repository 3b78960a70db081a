package io.github.sockspec.report;

import io.github.sockspec.protocol.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that one needs to see of one finding, in plain lines of harmless text that any report can show. */
record FindingLines(RecordedCase found) {
    private static final int MOST_LAST_LINES = 8;

    /** For example {@code EXEC-5 MUST, robust: A command is run once and whole, …}. */
    String clause() {
        return Clause.of(found.clause())
                .map(FindingLines::sentence)
                .orElse(found.clause() + " " + found.level() + ", " + found.grade());
    }

    static String sentence(Clause clause) {
        return clause.id() + " " + clause.level() + ", " + clause.grade().word() + ": " + clause.sentence();
    }

    String reason() {
        return SafeText.line(found.reason(), 400);
    }

    /** For example {@code 1 of 10 deliveries failed}; empty where no delivery was made. */
    String howMany() {
        if (found.planned() == 0 && found.deliveries() == 0) {
            return "";
        }
        String word = found.id().endsWith("@every-cut") ? "cuts" : "deliveries";
        String early = found.planned() > found.deliveries()
                ? "; stopped after " + found.deliveries() + " of " + found.planned()
                : "";
        return found.failed() + " of " + found.deliveries() + " " + word + " failed" + early;
    }

    /** The smallest delivery, drawn; no lines where there is none. */
    List<String> drawing() {
        return Optional.ofNullable(found.smallest()).map(DeliveryDrawing::of).orElse(List.of());
    }

    List<String> comparison() {
        return Comparison.of(found.compared());
    }

    /** When on the failing connection the last thing happened, and how that looked; empty where nothing was seen. */
    Optional<String> when() {
        return Optional.ofNullable(found.smallest())
                .map(RecordedCase.Delivered::seen)
                .filter(facts -> !facts.isEmpty())
                .map(facts -> facts.get(facts.size() - 1))
                .map(last -> last.fact().replace('-', ' ') + " after " + Millis.words(last.at()));
    }

    /** All of it as a block of lines. */
    List<String> block() {
        List<String> lines = new ArrayList<>(drawing());
        lines.addAll(comparison());
        lastWords().forEach(words -> lines.add("| " + words));
        replay().ifPresent(lines::add);
        return lines;
    }

    List<String> lastWords() {
        return SafeText.lastLines(found.lastWords(), MOST_LAST_LINES);
    }

    Optional<String> replay() {
        return Optional.ofNullable(found.replay()).map(SafeText::line);
    }
}
