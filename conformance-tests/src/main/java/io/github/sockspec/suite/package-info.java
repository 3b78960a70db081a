/** The cases, as JUnit Jupiter tests of a few lines each. */
@NullMarked
package io.github.sockspec.suite;

import org.jspecify.annotations.NullMarked;
