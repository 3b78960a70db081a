package io.github.sockspec.cli;

import io.github.sockspec.report.JUnitXml;
import io.github.sockspec.report.RecordedResults;
import io.github.sockspec.report.ResultsJson;
import io.github.sockspec.report.SummaryMarkdown;
import io.github.sockspec.report.web.Badges;
import io.github.sockspec.report.web.HtmlReport;
import java.nio.file.Path;

/** The files that results leave behind, all made from what {@code results.json} keeps. */
final class Reports {
    private Reports() {}

    static void write(RecordedResults results, Path out) {
        ResultsJson.write(results, out.resolve("results.json"));
        SummaryMarkdown.write(results, out.resolve("summary.md"));
        HtmlReport.write(results, out.resolve("index.html"));
        JUnitXml.write(results, out.resolve("junit.xml"));
        Badges.write(results, out.resolve("badges"));
    }
}
