package io.github.sockspec.report;

import io.github.sockspec.bytes.Bytes;
import io.github.sockspec.delivery.DatagramPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A delivery drawn so that one sees the cuts: a line for each write, a rule between two of them that says how it is
 * known that the first was read on its own, and how the connection ended.
 */
final class DeliveryDrawing {
    /** How many octets of one write are shown. */
    private static final int MOST_OCTETS = 60;

    /** How many writes are drawn; of more than that, the middle is left out. */
    private static final int MOST_WRITES = 12;

    private final RecordedCase.Delivered smallest;
    private final List<Bytes> writes;
    private final List<String> lines = new ArrayList<>();

    private DeliveryDrawing(RecordedCase.Delivered smallest) {
        this.smallest = smallest;
        writes = smallest.write();
    }

    /** The lines of the drawing. */
    static List<String> of(RecordedCase.Delivered smallest) {
        return new DeliveryDrawing(smallest).draw();
    }

    private List<String> draw() {
        if (smallest.askers() != null) {
            return datagrams(smallest.askers());
        }
        return smallest.plan() == null ? stream() : List.of("welcome   " + smallest.plan());
    }

    /** Datagrams have no cuts: who said what, and how it got through. */
    private List<String> datagrams(List<Integer> askers) {
        DatagramPlan plan = DatagramPlan.of(Objects.requireNonNullElse(smallest.passages(), ""));
        for (int index = 0; index < writes.size(); index++) {
            if (shown(index)) {
                String passage = plan.passage(index).words();
                lines.add("asker %-3d %s%s"
                        .formatted(
                                askers.get(index),
                                writes.get(index).rendered(MOST_OCTETS),
                                passage.isEmpty() ? "" : "   " + passage));
            } else if (shown(index - 1)) {
                lines.add("  …       %d more datagrams".formatted(writes.size() - MOST_WRITES));
            }
        }
        return lines;
    }

    private List<String> stream() {
        int count = writes.size();
        int sent = 0;
        for (int index = 0; index < count; index++) {
            if (sent > 0 && neverSent(sent)) {
                lines.add("not sent  %d more, for it had failed by then".formatted(count - index));
                break;
            }
            sent += writes.get(index).length();
            if (shown(index)) {
                write(index, sent);
            } else if (shown(index - 1)) {
                lines.add("  …       %d more writes".formatted(count - MOST_WRITES));
            }
        }
        lines.add("then      " + ending());
        return lines;
    }

    private void write(int index, int sent) {
        lines.add("write %-3d %s".formatted(index + 1, writes.get(index).rendered(MOST_OCTETS)));
        if (index + 1 < writes.size() && !neverSent(sent)) {
            lines.add("────────  " + boundary(sent));
        }
    }

    /** Whether the write that starts at {@code offset} was planned but the conversation broke off before it. */
    private boolean neverSent(int offset) {
        return facts("sent").findAny().isPresent() && facts("sent").noneMatch(write -> write.start() >= offset);
    }

    private boolean shown(int index) {
        int count = writes.size();
        return count <= MOST_WRITES || index < MOST_WRITES / 2 || index >= count - MOST_WRITES / 2;
    }

    private Stream<RecordedFact> facts(String word) {
        return smallest.seen().stream().filter(each -> each.fact().equals(word));
    }

    /** What lies between the write that ends at {@code sent} and the next. */
    private String boundary(int sent) {
        String pause = smallest.pace().equals("stalled") ? ", then a long pause" : "";
        return known(sent) + pause;
    }

    private String known(int sent) {
        if (facts("unread").anyMatch(unread -> unread.start() == sent)) {
            return "not read by the program in time";
        }
        return facts("taken")
                .filter(taken -> taken.start() == sent)
                .findFirst()
                .map(taken -> taken.confirmed() ? "read by the program (confirmed)" : "a gap was waited (timed)")
                .orElse(answeredAt(sent) ? "the reply was awaited" : "not known to have been read on its own");
    }

    /** Whether something was received after {@code sent} bytes had been sent and before the next write. */
    private boolean answeredAt(int sent) {
        int offset = 0;
        for (RecordedFact fact : smallest.seen()) {
            if (fact.fact().equals("sent")) {
                offset = fact.start() + fact.size();
            } else if (fact.fact().equals("received") && offset == sent) {
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
