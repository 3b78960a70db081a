/** How fast confirmed fragments go, and what it is worth to confirm them. */
@NullMarked
package io.github.sockspec.bench;

import org.jspecify.annotations.NullMarked;
