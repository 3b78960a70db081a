package io.github.sockspec.report.web;

import io.github.sockspec.report.GradeCount;
import java.util.Optional;

/**
 * One grade of one program as a small picture: the grade's word, and how many of its clauses hold.
 *
 * @param left what is judged
 * @param right how far it gets
 * @param tone good, doubtful, bad or none
 * @param leftWidth in pixels
 * @param rightWidth in pixels
 */
record Badge(String left, String right, String tone, int leftWidth, int rightWidth) {
    /** On either side of a text. */
    private static final int MARGIN = 6;

    /**
     * The badge of one grade.
     *
     * @param grade its word
     * @param held how far the program gets; empty where nothing of it was judged
     */
    static Badge of(String grade, Optional<GradeCount> held) {
        String right = held.map(GradeCount::fraction).orElse("not judged");
        String tone = held.map(Badge::tone).orElse("none");
        return new Badge(grade, right, tone, width(grade) + 2 * MARGIN, width(right) + 2 * MARGIN);
    }

    /** As the report colours the same grade. */
    static String tone(GradeCount held) {
        return held.open().isEmpty() ? "good" : held.reached() ? "doubtful" : "bad";
    }

    int width() {
        return leftWidth + rightWidth;
    }

    int leftText() {
        return leftWidth - 2 * MARGIN;
    }

    int rightText() {
        return rightWidth - 2 * MARGIN;
    }

    int rightStart() {
        return leftWidth + MARGIN;
    }

    /** About as wide as the text is at 11 pixels; the picture then sets it to exactly that. */
    private static int width(String text) {
        return (int) Math.ceil(text.chars()
                .mapToDouble(letter -> "ijlt/ ".indexOf(letter) >= 0 ? 4 : "mw".indexOf(letter) >= 0 ? 9.5 : 6.8)
                .sum());
    }
}
