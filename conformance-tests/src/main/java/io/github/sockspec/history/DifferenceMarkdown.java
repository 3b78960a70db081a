package io.github.sockspec.history;

import io.github.sockspec.report.Templates;

/** A difference for a pull request: the verdict, then tables, then what is worse or fails otherwise in full. */
public final class DifferenceMarkdown {
    private DifferenceMarkdown() {}

    public static String of(Difference difference) {
        return Templates.MARKDOWN.render("difference.md", difference);
    }
}
