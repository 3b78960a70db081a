/** The program under test: how it is started, where it listens, what it holds, how it is ended. */
@NullMarked
package io.github.sockspec.program;

import org.jspecify.annotations.NullMarked;
