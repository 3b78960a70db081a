package io.github.sockspec.report.web;

import io.github.sockspec.report.FactWords;
import io.github.sockspec.report.Millis;
import io.github.sockspec.report.RecordedCase;
import io.github.sockspec.report.RecordedFact;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.web.SequenceDiagram.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws a {@link SequenceDiagram}, fact by fact, downwards. */
final class SequenceDrawing {
    private static final int TOP = 46;
    private static final int BAR = 26;
    private static final int STEP = 36;
    private static final int CUT = 24;
    private static final int BREAK = 22;

    /** A gap from which the axis is broken, in milliseconds: what is drawn beside it would else be a point. */
    private static final double LONG = 50;

    /** How many facts are drawn at either end of a long conversation. */
    private static final int MOST_AT_AN_END = 24;

    private final List<RecordedFact> facts;
    private final int planned;
    private final int wrongAt;
    private final List<SequenceDiagram.Bar> bars = new ArrayList<>();
    private final List<SequenceDiagram.Arrow> arrows = new ArrayList<>();
    private final List<SequenceDiagram.Tick> ticks = new ArrayList<>();
    private final List<SequenceDiagram.Tick> cuts = new ArrayList<>();
    private final List<SequenceDiagram.Tick> breaks = new ArrayList<>();
    private int y = TOP;
    private double last;
    /** Where the latest write was drawn while nothing else has been in the program's lane since; -1 when something has. */
    private int openWrite = -1;

    private boolean cutPending;

    /**
     * A drawing of {@code facts}, of which there is at least one.
     *
     * @param planned how many writes there should have been
     * @param wrongAt the offset of the byte to blame among all that came; -1 when none is
     */
    SequenceDrawing(List<RecordedFact> facts, int planned, int wrongAt) {
        this.facts = facts;
        this.planned = planned;
        this.wrongAt = wrongAt;
    }

    SequenceDiagram draw(String title, RecordedResults.Program program) {
        int skipped = facts.size() - 2 * MOST_AT_AN_END;
        last = facts.get(0).at();
        for (int index = 0; index < facts.size(); index++) {
            if (skipped > 0 && index == MOST_AT_AN_END) {
                leaveOut(skipped, facts.get(index + skipped - 1).at());
                index += skipped;
            }
            advance(facts.get(index));
            draw(facts.get(index));
        }
        unsent();
        return new SequenceDiagram(
                title,
                y + 4,
                y - TOP + 14,
                label(),
                program.role().equals("server") ? "as the client" : "as the server",
                program.name(),
                program.protocol() + " " + program.role(),
                bars,
                arrows,
                ticks,
                cuts,
                breaks,
                facts.stream().map(SequenceDrawing::said).toList());
    }

    /** All of it in a sentence. */
    private String label() {
        long writes = count("sent") + count("asked");
        long replies = count("received") + count("replied");
        long confirmed = facts.stream().filter(RecordedFact::confirmed).count();
        double span = facts.get(facts.size() - 1).at() - facts.get(0).at();
        return "Timeline over " + Millis.words(span) + ": " + plural(writes, "write") + " to the program, " + confirmed
                + " confirmed as read on their own, " + (count("taken") - confirmed) + " timed, "
                + plural(replies, "piece") + " of reply. The same in words follows.";
    }

    private long count(String word) {
        return facts.stream().filter(fact -> fact.fact().equals(word)).count();
    }

    private static String plural(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** A moment in milliseconds, as short as it can be read. */
    static String moment(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%,.0f", millis);
    }

    private void leaveOut(int skipped, double until) {
        breaks.add(new SequenceDiagram.Tick(y, skipped + " more writes and reads, in words below"));
        y += BREAK;
        last = until;
        openWrite = -1;
        cutPending = false;
    }

    private void advance(RecordedFact fact) {
        if (fact.at() - last >= LONG) {
            breaks.add(new SequenceDiagram.Tick(y, Millis.words(fact.at() - last) + " later"));
            y += BREAK;
        }
        if (cutPending && fact.fact().equals("sent")) {
            cuts.add(new SequenceDiagram.Tick(y + 3, "cut behind byte " + fact.offset()));
            y += CUT;
        }
        last = fact.at();
    }

    private void draw(RecordedFact fact) {
        switch (fact.fact()) {
            case "sent", "asked" -> wrote(fact);
            case "taken" -> taken(fact);
            case "received", "replied" -> replied(fact);
            case "ended" -> sign(Lane.HARNESS, fact, String.valueOf(fact.how()).equals("rst") ? "rst" : "fin");
            case "peer-finished" -> sign(Lane.PROGRAM, fact, "fin");
            case "peer-reset" -> sign(Lane.PROGRAM, fact, "rst");
            case "unread", "refused", "flooded", "overrun", "unbound" -> note(Lane.PROGRAM, fact, "bad");
            case "quiet" -> note(Lane.PROGRAM, fact, "quiet");
            case "departed" -> note(Lane.HARNESS, fact, "note");
            default -> note(Lane.BOTH, fact, "note");
        }
    }

    private void wrote(RecordedFact fact) {
        bar(Lane.HARNESS, fact, "write", FactWords.octets(fact, 48));
        arrows.add(new SequenceDiagram.Arrow(y + BAR / 2, Lane.PROGRAM, "write"));
        openWrite = y;
        cutPending = false;
        next(fact);
    }

    /** The program's read of the latest write stands beside it, from when it was sent until it was known to be read. */
    private void taken(RecordedFact fact) {
        boolean confirmed = fact.confirmed();
        String text = confirmed ? "✓ read (confirmed)" : "~ gap waited (timed)";
        int from = openWrite < 0 ? y : openWrite;
        Lane lane = Lane.PROGRAM;
        bars.add(new SequenceDiagram.Bar(
                lane,
                from,
                y + BAR - from,
                confirmed ? "read" : "timed",
                text,
                FactWords.of(fact).what()));
        openWrite = -1;
        cutPending = true;
        next(fact);
    }

    private void replied(RecordedFact fact) {
        bar(Lane.PROGRAM, fact, toBlame(fact) ? "reply wrong" : "reply", FactWords.octets(fact, 48));
        arrows.add(new SequenceDiagram.Arrow(y + BAR / 2, Lane.HARNESS, "reply"));
        String what = toBlame(fact) ? "✕ wrong: byte " + wrongAt : fact.size() + " bytes came";
        bars.add(new SequenceDiagram.Bar(Lane.HARNESS, y, BAR, toBlame(fact) ? "blame" : "came", what, what));
        openWrite = -1;
        next(fact);
    }

    private boolean toBlame(RecordedFact fact) {
        return fact.offset() != null && wrongAt >= fact.start() && wrongAt < fact.start() + fact.size();
    }

    private void sign(Lane lane, RecordedFact fact, String kind) {
        bar(lane, fact, kind, FactWords.sign(fact));
        arrows.add(new SequenceDiagram.Arrow(y + BAR / 2, lane == Lane.HARNESS ? Lane.PROGRAM : Lane.HARNESS, kind));
        openWrite = -1;
        next(fact);
    }

    private void note(Lane lane, RecordedFact fact, String kind) {
        bar(lane, fact, kind, FactWords.of(fact).what());
        openWrite = -1;
        next(fact);
    }

    private void bar(Lane lane, RecordedFact fact, String kind, String text) {
        String whole = fact.bytes() == null ? text : FactWords.octets(fact, 200);
        bars.add(new SequenceDiagram.Bar(lane, y, BAR, kind, text, whole));
    }

    private void next(RecordedFact fact) {
        ticks.add(new SequenceDiagram.Tick(y + 17, moment(fact.at())));
        y += STEP;
    }

    /** What was planned to be written and never was. */
    private void unsent() {
        long sent = count("sent");
        if (sent > 0 && sent < planned) {
            String text = plural(planned - sent, "write") + " not sent";
            bars.add(new SequenceDiagram.Bar(Lane.HARNESS, y, BAR, "unsent", text, text));
            y += STEP;
        }
    }

    /** The delivery, and the client that came behind it where that shows the failure; none where nothing was seen. */
    static List<SequenceDiagram> of(RecordedCase each, RecordedResults.Program program) {
        RecordedCase.Delivered smallest = each.smallest();
        if (smallest == null || smallest.seen().isEmpty()) {
            return List.of();
        }
        List<RecordedFact> after = smallest.afterwards();
        if (after == null || after.isEmpty()) {
            return List.of(new SequenceDrawing(smallest.seen(), smallest.write().size(), blame(each))
                    .draw("The smallest delivery that shows it", program));
        }
        return List.of(
                new SequenceDrawing(smallest.seen(), smallest.write().size(), -1)
                        .draw("The delivery behind which it shows", program),
                new SequenceDrawing(after, 0, blame(each)).draw("The client that came behind it", program));
    }

    /** The offset of the byte to mark; -1 where none is to blame. */
    private static int blame(RecordedCase each) {
        return each.failed() > 0 || each.deliveries() == 0
                ? each.compared().came().wrongAt()
                : -1;
    }

    private static SequenceDiagram.Said said(RecordedFact fact) {
        FactWords words = FactWords.of(fact);
        return new SequenceDiagram.Said(moment(fact.at()) + " ms", words.who(), words.what());
    }
}
