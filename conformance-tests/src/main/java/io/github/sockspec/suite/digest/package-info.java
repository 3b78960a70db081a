/** The cases of digest. */
@NullMarked
package io.github.sockspec.suite.digest;

import org.jspecify.annotations.NullMarked;
