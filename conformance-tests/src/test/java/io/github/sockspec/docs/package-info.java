/** Documents that are made from the code, and examples in them that have to work. */
@NullMarked
package io.github.sockspec.docs;

import org.jspecify.annotations.NullMarked;
