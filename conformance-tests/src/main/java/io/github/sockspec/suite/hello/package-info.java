/** The cases of hello. */
@NullMarked
package io.github.sockspec.suite.hello;

import org.jspecify.annotations.NullMarked;
