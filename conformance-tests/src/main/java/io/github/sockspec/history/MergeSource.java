package io.github.sockspec.history;

import io.github.sockspec.report.RecordedResults;

/**
 * One file of those to be put together.
 *
 * @param name what complaints call it
 */
public record MergeSource(String name, RecordedResults results) {}
