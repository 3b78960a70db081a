/** Octets as a value: the word every other package uses for what travels. */
@NullMarked
package io.github.sockspec.bytes;

import org.jspecify.annotations.NullMarked;
