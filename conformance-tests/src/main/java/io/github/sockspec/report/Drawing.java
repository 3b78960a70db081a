package io.github.sockspec.report;

import io.github.sockspec.bytes.Rendering;
import io.github.sockspec.observation.Fact;
import io.github.sockspec.verdict.Smallest;
import java.util.ArrayList;
import java.util.List;

/**
 * A delivery drawn so that one sees the cuts: a line for each write, a rule between two of them that says how it is
 * known that the first was read on its own, and how the connection ended.
 */
final class Drawing {
    /** How many octets of one write are shown. */
    private static final int MOST_OCTETS = 60;

    /** How many writes are drawn; of more than that, the middle is left out. */
    private static final int MOST_WRITES = 12;

    private final Smallest smallest;
    private final List<String> lines = new ArrayList<>();

    private Drawing(Smallest smallest) {
        this.smallest = smallest;
    }

    /** The lines of the drawing. */
    static List<String> of(Smallest smallest) {
        return new Drawing(smallest).draw();
    }

    private List<String> draw() {
        int writes = smallest.writes().size();
        int sent = 0;
        for (int index = 0; index < writes; index++) {
            if (sent > 0 && neverSent(sent)) {
                lines.add("not sent  %d more, for it had failed by then".formatted(writes - index));
                break;
            }
            sent += smallest.writes().get(index).length();
            if (shown(index)) {
                write(index, sent);
            } else if (shown(index - 1)) {
                lines.add("  …       %d more writes".formatted(writes - MOST_WRITES));
            }
        }
        lines.add("then      " + ending());
        return lines;
    }

    private void write(int index, int sent) {
        lines.add("write %-3d %s"
                .formatted(index + 1, Rendering.of(smallest.writes().get(index), MOST_OCTETS)));
        if (index + 1 < smallest.writes().size() && !neverSent(sent)) {
            lines.add("────────  " + boundary(sent));
        }
    }

    /** Whether the write that starts at {@code offset} was planned but the conversation broke off before it. */
    private boolean neverSent(int offset) {
        return smallest.seen().has(Fact.Sent.class)
                && smallest.seen().all(Fact.Sent.class).noneMatch(write -> write.offset() >= offset);
    }

    private boolean shown(int index) {
        int writes = smallest.writes().size();
        return writes <= MOST_WRITES || index < MOST_WRITES / 2 || index >= writes - MOST_WRITES / 2;
    }

    /** What lies between the write that ends at {@code sent} and the next. */
    private String boundary(int sent) {
        String pause = smallest.pace().equals("stalled") ? ", then a long pause" : "";
        return known(sent) + pause;
    }

    private String known(int sent) {
        if (smallest.seen().all(Fact.Unread.class).anyMatch(unread -> unread.offset() == sent)) {
            return "not read by the program in time";
        }
        return smallest.seen()
                .all(Fact.Taken.class)
                .filter(taken -> taken.offset() == sent)
                .findFirst()
                .map(taken -> taken.how() == Fact.How.CONFIRMED
                        ? "read by the program (confirmed)"
                        : "a gap was waited (timed)")
                .orElse(answeredAt(sent) ? "the reply was awaited" : "not known to have been read on its own");
    }

    /** Whether something was received after {@code sent} bytes had been sent and before the next write. */
    private boolean answeredAt(int sent) {
        int offset = 0;
        for (Fact fact : smallest.seen().facts()) {
            if (fact instanceof Fact.Sent write) {
                offset = write.offset() + write.bytes().length();
            } else if (fact instanceof Fact.Received && offset == sent) {
                return true;
            }
        }
        return false;
    }

    private String ending() {
        return switch (smallest.end()) {
            case "keep" -> "kept open";
            case "fin" -> "closed (FIN)";
            case "half-close" -> "half-closed (FIN), still listening";
            case "rst" -> "reset (RST)";
            default -> smallest.end();
        };
    }
}
