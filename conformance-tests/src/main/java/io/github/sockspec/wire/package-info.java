/** The only package with sockets, threads and clocks: carries a delivery out and records what happened. */
@NullMarked
package io.github.sockspec.wire;

import org.jspecify.annotations.NullMarked;
