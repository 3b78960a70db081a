package io.github.sockspec.report;

/**
 * Text as Markdown in which nothing of it means anything: every character that Markdown, its common extensions (links
 * made of bare addresses, mentions, tables) or HTML could interpret is written as a character reference.
 */
public final class Markdown {
    private static final String SAFE = " .,;'%()/";

    private Markdown() {}

    /** {@code text} as plain words, in one line. */
    public static String text(String text) {
        StringBuilder safe = new StringBuilder();
        SafeText.line(text).codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || SAFE.indexOf(point) >= 0) {
                safe.appendCodePoint(point);
            } else {
                safe.append("&#").append(point).append(';');
            }
        });
        return safe.toString();
    }
}
