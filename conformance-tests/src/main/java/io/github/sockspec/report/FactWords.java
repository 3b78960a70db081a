package io.github.sockspec.report;

import io.github.sockspec.observation.Fact;
import java.util.Locale;
import java.util.Objects;

/**
 * One fact in words.
 *
 * @param line for a person who watches at a terminal
 * @param who whose doing it is
 * @param what they did
 */
public record FactWords(String line, String who, String what) {
    private static final int MOST_IN_LINE = 60;
    private static final int MOST_IN_TABLE = 120;
    private static final int MOST_IN_REMARK = 400;

    private static final String HARNESS = "sockspec";
    private static final String PROGRAM = "program";

    /** For example {@code    0.412 ms  > sent      bytes 0 to 1: "e"}. */
    public static String line(Fact fact) {
        RecordedFact recorded = RecordedFact.of(fact);
        return String.format(Locale.ROOT, "%10.3f ms  %s", recorded.at(), of(recorded).line);
    }

    /** What packets don't show of it, as a remark on the packet before; empty where they show all. */
    public static String remark(Fact fact) {
        RecordedFact recorded = RecordedFact.of(fact);
        String how = SafeText.line(Objects.requireNonNullElse(recorded.how(), ""), MOST_IN_REMARK);
        return switch (recorded.fact()) {
            case "refused" -> how;
            case "taken" ->
                recorded.confirmed()
                        ? "read by the program: the kernel has confirmed it"
                        : "a gap was waited here; whether the program had read is not known";
            case "unread" -> "this was not read " + how;
            case "quiet" -> "behind this nothing came " + how;
            case "slipped" -> "this machine was too slow for the wait: " + how;
            case "flooded" -> "behind this " + how + " came";
            case "overrun" -> "the kernel dropped " + how + " for want of room";
            case "departed" -> "the asker's port was gone when this was answered";
            case "unbound" -> "behind this nothing was bound to the server's port any more";
            case "program" -> "the program " + how;
            default -> "";
        };
    }

    /** A fact that this release doesn't know is shown as it is. */
    public static FactWords of(RecordedFact fact) {
        String how = Objects.requireNonNullElse(fact.how(), "");
        return switch (fact.fact()) {
            case "connected" -> new FactWords("  connected", "both", "connected");
            case "sent" -> new FactWords("> sent      " + range(fact), HARNESS, "writes " + span(fact));
            case "received" -> new FactWords("< received  " + range(fact), PROGRAM, "sends " + span(fact));
            case "asked", "replied" -> datagram(fact);
            case "taken" -> taken(fact, how);
            case "unread" -> {
                String what = "what was sent up to byte " + fact.offset() + ", " + how;
                yield new FactWords("  unread    " + what, PROGRAM, "did not read " + what);
            }
            case "quiet" -> new FactWords("  quiet     nothing came " + how, PROGRAM, "sends nothing " + how);
            case "slipped" ->
                new FactWords("  slow      this machine: " + how, "this machine", "was too slow for the wait: " + how);
            case "program" -> new FactWords("  program   " + SafeText.line(how, 200), PROGRAM, how);
            default -> ends(fact, how);
        };
    }

    private static FactWords ends(RecordedFact fact, String how) {
        return switch (fact.fact()) {
            case "peer-finished" ->
                new FactWords("< FIN       the program ended its stream", PROGRAM, "ends its stream (FIN)");
            case "peer-reset" ->
                new FactWords("< RST       the program reset the connection", PROGRAM, "resets the connection (RST)");
            case "ended" -> new FactWords("> ended     " + SafeText.line(how, 200), HARNESS, sign(fact));
            case "refused" -> new FactWords("  refused   " + SafeText.line(how, 200), PROGRAM, "refused: " + how);
            case "flooded" -> new FactWords("< flood     " + how + " came", PROGRAM, "floods: " + how);
            case "overrun" ->
                new FactWords(
                        "  overrun   the kernel dropped " + how + " for want of room",
                        PROGRAM,
                        "has no room: the kernel dropped " + how);
            case "unbound" ->
                new FactWords("< unbound   nothing is bound to the port any more", PROGRAM, "has left its port");
            case "departed" ->
                new FactWords(
                        "> departed  asker " + fact.asker() + ", its port is gone",
                        HARNESS,
                        "asker " + fact.asker() + " has left (" + how + ")");
            default -> new FactWords("  " + fact.fact() + " " + how, PROGRAM, fact.fact() + " " + how);
        };
    }

    private static FactWords datagram(RecordedFact fact) {
        String to = "asker " + fact.asker() + ": " + octets(fact, MOST_IN_LINE);
        String of = fact.asker() == null || fact.asker() == 0 ? "" : " of asker " + fact.asker();
        String what = " " + fact.peer() + ": " + octets(fact, MOST_IN_TABLE);
        return fact.fact().equals("asked")
                ? new FactWords("> asked     by " + to, HARNESS, "datagram" + of + " to" + what)
                : new FactWords(
                        "< replied   to " + to + " from " + SafeText.line(String.valueOf(fact.peer()), 60),
                        PROGRAM,
                        "datagram" + of + " from" + what);
    }

    private static FactWords taken(RecordedFact fact, String how) {
        return new FactWords(
                "  read      by the program up to byte " + fact.offset() + ", " + how,
                PROGRAM,
                fact.confirmed()
                        ? "has read up to byte " + fact.offset() + " (confirmed by the kernel)"
                        : "is assumed to have read up to byte " + fact.offset() + " (timed: a gap was waited)");
    }

    /** The end of a stream, short enough for a bar. */
    public static String sign(RecordedFact fact) {
        return switch (fact.fact() + " " + Objects.requireNonNullElse(fact.how(), "")) {
            case "ended half-close" -> "FIN (half-close)";
            case "ended fin" -> "FIN (close)";
            case "ended rst" -> "RST (reset)";
            case "peer-finished " -> "FIN";
            case "peer-reset " -> "RST";
            default -> "ended: " + fact.how();
        };
    }

    /** Bytes that a fact carries, as text. */
    public static String octets(RecordedFact fact, int limit) {
        return fact.bytes() == null
                ? ""
                : fact.bytes()
                        .rendered(limit, Math.max(fact.size(), fact.bytes().length()));
    }

    private static String range(RecordedFact fact) {
        int offset = fact.start();
        return "bytes " + offset + " to " + (offset + fact.size()) + ": " + octets(fact, MOST_IN_LINE);
    }

    private static String span(RecordedFact fact) {
        return fact.size() + (fact.size() == 1 ? " byte" : " bytes") + " from byte " + fact.start() + ": "
                + octets(fact, MOST_IN_TABLE);
    }
}
