package io.github.sockspec.report.web;

/**
 * A name with its value, for a list of terms.
 *
 * @param name the term
 * @param value what it is here
 */
record Named(String name, String value) {}
