package io.github.sockspec.report.web;

import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.ReportFile;
import io.github.sockspec.report.Templates;
import io.github.sockspec.run.Asked;
import java.nio.file.Path;

/**
 * {@code index.html}: the report as one page that fetches nothing. It is whole without its script, which adds the filter,
 * the buttons that copy and the choice of colours.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * Writes {@code results} to {@code file}, whole or not at all. Scripts and captures that the results name are looked
     * for beside {@code file}.
     */
    public static void write(RecordedResults results, Path file) {
        Path directory = file.toAbsolutePath().normalize().getParent();
        ReportFile.write(file, of(results, new AdjacentFiles(directory == null ? Path.of("") : directory)));
    }

    static String of(RecordedResults results, AdjacentFiles beside) {
        return Templates.HTML.render("page", Page.of(results, new PageContext(Asked.byName(), beside)));
    }
}
