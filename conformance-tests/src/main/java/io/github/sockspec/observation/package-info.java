/** What really happened: immutable facts on one clock. */
@NullMarked
package io.github.sockspec.observation;

import org.jspecify.annotations.NullMarked;
