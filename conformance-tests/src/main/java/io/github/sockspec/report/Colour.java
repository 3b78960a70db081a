package io.github.sockspec.report;

/** Colour on a terminal, or none. */
public enum Colour {
    PLAIN,
    ANSI;

    /** What is painted, by what it means. */
    public enum Shade {
        GOOD("32"),
        BAD("31;1"),
        DOUBTFUL("33"),
        STRONG("1"),
        FAINT("2");

        private final String code;

        Shade(String code) {
            this.code = code;
        }
    }

    /** {@code text} in that shade; as it is when there is no colour. */
    public String on(Shade shade, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + shade.code + "m" + text + "\u001b[0m";
    }
}
