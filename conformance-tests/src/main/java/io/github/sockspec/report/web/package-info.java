/** What a browser shows: the report as one page, and the badges. */
@NullMarked
package io.github.sockspec.report.web;

import org.jspecify.annotations.NullMarked;
