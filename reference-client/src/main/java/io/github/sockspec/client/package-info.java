/** The reference client. */
@NullMarked
package io.github.sockspec.client;

import org.jspecify.annotations.NullMarked;
