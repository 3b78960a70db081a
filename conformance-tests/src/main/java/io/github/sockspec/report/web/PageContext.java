package io.github.sockspec.report.web;

import io.github.sockspec.run.Asked;
import java.util.function.Function;

/**
 * What a page draws on besides the results.
 *
 * @param asked what a case asks, by its name
 * @param beside the files beside the page
 */
record PageContext(Function<String, Asked> asked, AdjacentFiles beside) {}
