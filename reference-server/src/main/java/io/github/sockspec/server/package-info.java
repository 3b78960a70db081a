/** The reference server. */
@NullMarked
package io.github.sockspec.server;

import org.jspecify.annotations.NullMarked;
