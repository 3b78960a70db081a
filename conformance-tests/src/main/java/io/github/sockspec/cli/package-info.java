/** Options and exit codes. */
@NullMarked
package io.github.sockspec.cli;

import org.jspecify.annotations.NullMarked;
