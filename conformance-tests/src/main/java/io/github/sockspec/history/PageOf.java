package io.github.sockspec.history;

import io.github.sockspec.report.Templates;

/**
 * A page as its template shows it.
 *
 * @param title of the whole page
 * @param style its style sheet
 * @param of what it is about
 */
record PageOf<T>(String title, String style, T of) {
    PageOf(String title, T of) {
        this(title, Templates.file("history.css"), of);
    }
}
