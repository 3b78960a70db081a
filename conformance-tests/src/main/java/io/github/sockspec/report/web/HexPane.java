package io.github.sockspec.report.web;

import io.github.sockspec.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One side of a comparison of bytes: eight octets a line, as hexadecimal and as text, the differing ones marked. Of a long
 * reply only the lines around the first difference are there.
 *
 * @param title expected or actual
 * @param before what was left out above, in words; empty where nothing was
 * @param lines from the top
 * @param after what was left out below, in words; empty where nothing was
 */
record HexPane(String title, String before, List<Line> lines, String after) {
    /** Eight fit beside their text on a narrow screen. */
    static final int WIDTH = 8;

    private static final int LINES_BEFORE = 1;
    private static final int LINES_AFTER = 5;

    /** One line, starting at {@code offset}, a decimal number. */
    record Line(String offset, List<Run> hex, List<Run> text) {}

    /** Neighbours that are alike in being right or wrong. */
    record Run(String text, boolean wrong) {}

    /**
     * The pane of one side.
     *
     * @param side what it shows
     * @param other the other side, octet by octet
     * @param around the index around which lines are shown
     */
    static HexPane of(String title, Side side, Bytes other, int around) {
        Bytes bytes = side.bytes();
        int longest = Math.max(bytes.length(), other.length());
        int first = Math.max(0, around / WIDTH - LINES_BEFORE);
        int last = Math.min(Math.max(0, longest - 1) / WIDTH, around / WIDTH + LINES_AFTER);
        List<Line> lines = IntStream.rangeClosed(first, last)
                .mapToObj(line -> line(side, other, line * WIDTH))
                .toList();
        int beyond = side.whole() - (last + 1) * WIDTH;
        return new HexPane(
                title,
                first == 0 ? "" : String.format(Locale.ROOT, "… %,d bytes before", first * WIDTH),
                lines,
                beyond <= 0 ? "" : String.format(Locale.ROOT, "… %,d more bytes", beyond));
    }

    /**
     * The bytes of a side as far as they are known.
     *
     * @param bytes those that are known
     * @param start the offset of the first of them in the whole stream
     * @param whole how many there are in all
     */
    record Side(Bytes bytes, int start, int whole) {}

    private static Line line(Side side, Bytes other, int from) {
        List<Run> hex = new ArrayList<>();
        List<Run> text = new ArrayList<>();
        for (int at = from; at < from + WIDTH; at++) {
            boolean there = at < side.bytes().length();
            boolean wrong = there
                    ? at >= other.length() || side.bytes().at(at) != other.at(at)
                    : at < other.length() && side.bytes().length() == side.whole();
            int octet = there ? side.bytes().at(at) : -1;
            String digits = there ? String.format(Locale.ROOT, "%02x", octet) : wrong ? "--" : "  ";
            append(hex, new Run(digits, wrong), " ");
            append(text, new Run(there ? letter(octet) : " ", wrong), "");
        }
        return new Line(String.format(Locale.ROOT, "%4d", side.start() + from), List.copyOf(hex), List.copyOf(text));
    }

    private static void append(List<Run> runs, Run next, String between) {
        Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last == null) {
            runs.add(next);
        } else if (last.wrong() == next.wrong()) {
            runs.set(runs.size() - 1, new Run(last.text() + between + next.text(), next.wrong()));
        } else {
            // The blank between two runs belongs to neither mark.
            runs.set(runs.size() - 1, last.wrong() ? last : new Run(last.text() + between, false));
            runs.add(last.wrong() ? new Run(between + next.text(), false) : next);
        }
    }

    private static String letter(int octet) {
        return octet >= 0x20 && octet < 0x7f ? String.valueOf((char) octet) : "·";
    }
}
