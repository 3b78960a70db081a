/** Failures as stand-alone programs, for those who have not got the suite. */
@NullMarked
package io.github.sockspec.report.script;

import org.jspecify.annotations.NullMarked;
