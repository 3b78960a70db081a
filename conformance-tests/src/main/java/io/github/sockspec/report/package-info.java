/** The results for machines and for people. */
@NullMarked
package io.github.sockspec.report;

import org.jspecify.annotations.NullMarked;
