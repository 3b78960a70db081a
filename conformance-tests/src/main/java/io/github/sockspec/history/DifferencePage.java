package io.github.sockspec.history;

import io.github.sockspec.report.Templates;

/** A difference as one page. */
public final class DifferencePage {
    private DifferencePage() {}

    public static String of(Difference difference) {
        return Templates.HTML.render("difference.html", new PageOf<>("sockspec diff", difference));
    }
}
