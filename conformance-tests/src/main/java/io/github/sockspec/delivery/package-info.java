/** How it travels: cuts, joins and ends of one byte stream. Knows nothing of any protocol. */
@NullMarked
package io.github.sockspec.delivery;

import org.jspecify.annotations.NullMarked;
