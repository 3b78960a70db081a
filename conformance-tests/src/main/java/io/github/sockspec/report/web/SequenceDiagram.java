package io.github.sockspec.report.web;

import java.util.List;

/**
 * A delivery drawn as it happened: two lanes, the harness's and the program's, with time running down. Positions across are
 * in per cent, so that the drawing fits any width while its letters keep their size; positions down are in pixels.
 *
 * @param title what it shows
 * @param height of the whole drawing
 * @param lanes the height of a lane
 * @param label what is seen, in a sentence
 * @param harness which side the harness takes
 * @param program what the program is called
 * @param side which side it takes
 * @param bars what a side did, with its bytes
 * @param arrows what went from one lane to the other
 * @param ticks moments
 * @param cuts where a message was cut, as rules across the harness's lane
 * @param breaks where so much time passed that the axis is broken
 * @param said the same in words, line by line
 */
record SequenceDiagram(
        String title,
        int height,
        int lanes,
        String label,
        String harness,
        String program,
        String side,
        List<Bar> bars,
        List<Arrow> arrows,
        List<Tick> ticks,
        List<Tick> cuts,
        List<Tick> breaks,
        List<Said> said) {

    /**
     * One thing a side did.
     *
     * @param kind its style
     * @param text what stands on it
     * @param whole the same without being cut short
     */
    record Bar(Lane lane, int y, int height, String kind, String text, String whole) {
        String x() {
            return lane.x;
        }

        String width() {
            return lane.width;
        }
    }

    /** From one lane into the other. */
    record Arrow(int y, Lane into, String kind) {
        boolean right() {
            return into == Lane.PROGRAM;
        }
    }

    /** Where a bar lies. */
    enum Lane {
        HARNESS("13%", "41%"),
        PROGRAM("61%", "39%"),
        BOTH("13%", "87%");

        private final String x;
        private final String width;

        Lane(String x, String width) {
            this.x = x;
            this.width = width;
        }
    }

    /** Words at a height. */
    record Tick(int y, String text) {}

    /** One fact in words: when, who, what. */
    record Said(String at, String who, String what) {}
}
