/** How it travels: cuts, joins and ends of one byte stream; loss, copies and order of datagrams. Knows no protocol. */
@NullMarked
package io.github.sockspec.delivery;

import org.jspecify.annotations.NullMarked;
