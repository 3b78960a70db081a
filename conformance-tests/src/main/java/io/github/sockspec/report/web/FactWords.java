package io.github.sockspec.report.web;

import io.github.sockspec.report.RecordedFact;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Facts in words. */
final class FactWords {
    private static final int MOST_OCTETS = 120;

    private FactWords() {}

    /** One fact as a line of a table. */
    static Ladder.Said said(RecordedFact fact) {
        return new Ladder.Said(moment(fact.at()) + " ms", who(fact.fact()), what(fact));
    }

    /** A moment in milliseconds, as short as it can be read. */
    static String moment(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%,.0f", millis);
    }

    /** For example {@code 12 ms} or {@code 2.0 s}. */
    static String duration(double millis) {
        return millis < 1000
                ? String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : "%.0f ms", millis)
                : String.format(Locale.ROOT, "%,.1f s", millis / 1000);
    }

    /** All facts in one sentence. */
    static String sentence(List<RecordedFact> facts) {
        long writes = count(facts, "sent") + count(facts, "asked");
        long replies = count(facts, "received") + count(facts, "replied");
        long confirmed = facts.stream()
                .filter(fact -> fact.fact().equals("taken") && Objects.equals(fact.how(), "confirmed"))
                .count();
        long timed = count(facts, "taken") - confirmed;
        double span = facts.get(facts.size() - 1).at() - facts.get(0).at();
        return "Timeline over " + duration(span) + ": " + plural(writes, "write") + " to the program, " + confirmed
                + " confirmed as read on their own, " + timed + " timed, " + plural(replies, "piece")
                + " of reply. The same in words follows.";
    }

    private static String plural(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static long count(List<RecordedFact> facts, String word) {
        return facts.stream().filter(fact -> fact.fact().equals(word)).count();
    }

    /** The end of a stream, short enough for a bar. */
    static String sign(RecordedFact fact) {
        return switch (fact.fact() + " " + Objects.requireNonNullElse(fact.how(), "")) {
            case "ended half-close" -> "FIN (half-close)";
            case "ended fin" -> "FIN (close)";
            case "ended rst" -> "RST (reset)";
            case "peer-finished " -> "FIN";
            case "peer-reset " -> "RST";
            default -> "ended: " + fact.how();
        };
    }

    private static String who(String fact) {
        return switch (fact) {
            case "connected" -> "both";
            case "sent", "asked", "ended", "departed" -> "sockspec";
            default -> "program";
        };
    }

    private static String what(RecordedFact fact) {
        String how = Objects.requireNonNullElse(fact.how(), "");
        return switch (fact.fact()) {
            case "connected" -> "connected";
            case "sent" -> "writes " + span(fact);
            case "asked" -> "datagram" + asker(fact) + " to " + fact.peer() + ": " + Ladder.bytes(fact, MOST_OCTETS);
            case "replied" ->
                "datagram" + asker(fact) + " from " + fact.peer() + ": " + Ladder.bytes(fact, MOST_OCTETS);
            case "received" -> "sends " + span(fact);
            case "taken" ->
                how.equals("confirmed")
                        ? "has read up to byte " + fact.offset() + " (confirmed by the kernel)"
                        : "is assumed to have read up to byte " + fact.offset() + " (timed: a gap was waited)";
            case "unread" -> "did not read what was sent up to byte " + fact.offset() + ", " + how;
            case "quiet" -> "sends nothing " + how;
            case "peer-finished" -> "ends its stream (FIN)";
            case "peer-reset" -> "resets the connection (RST)";
            case "ended" -> sign(fact);
            case "refused" -> "refused: " + how;
            case "flooded" -> "floods: " + how;
            case "overrun" -> "has no room: the kernel dropped " + how;
            case "unbound" -> "has left its port";
            case "departed" -> "asker " + fact.asker() + " has left (" + how + ")";
            case "program" -> how;
            default -> fact.fact() + " " + how;
        };
    }

    private static String asker(RecordedFact fact) {
        return fact.asker() == null || fact.asker() == 0 ? "" : " of asker " + fact.asker();
    }

    private static String span(RecordedFact fact) {
        Integer offset = Objects.requireNonNullElse(fact.offset(), 0);
        Integer length = Objects.requireNonNullElse(fact.length(), 0);
        return plural(length, "byte") + " from byte " + offset + ": " + Ladder.bytes(fact, MOST_OCTETS);
    }
}
