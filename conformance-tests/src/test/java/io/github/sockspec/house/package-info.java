/** The project's rules about itself, as ordinary tests that say what to do instead. */
@NullMarked
package io.github.sockspec.house;

import org.jspecify.annotations.NullMarked;
