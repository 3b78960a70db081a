/** What was observed as packets, for those who read packets. */
@NullMarked
package io.github.sockspec.report.capture;

import org.jspecify.annotations.NullMarked;
