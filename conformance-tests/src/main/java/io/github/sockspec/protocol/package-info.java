/** What is required: protocols, roles, clauses with their level and grade, and the dialects real programs speak. */
@NullMarked
package io.github.sockspec.protocol;

import org.jspecify.annotations.NullMarked;
